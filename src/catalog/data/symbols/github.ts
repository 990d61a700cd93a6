import { of, symbolRows } from '../../build-rows.ts';

/** GitHub and GitLab clients. */
export const github = symbolRows(
  { kind: 'api', why: 'GitHub API client.', reference: 'https://docs.github.com/en/rest' },
  [
    {
      symbols: of(
        ['github.Github().get_repo().', 'github.Repository.Repository().'],
        'compare get_archive_link get_branch get_branches get_commit get_commits get_contents get_dir_contents get_git_tree get_readme get_releases get_tags',
      ),
      capabilities: ['repo.read'],
      arguments: { path: [0] },
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'github.Github().get_repo().',
          'github.Repository.Repository().',
          'github.Github().get_repo().get_issue().',
          'github.Github().get_repo().get_pull().',
        ],
        'get_comments get_files get_issue get_issue_comments get_issues get_issues_comments get_pull get_pulls get_review_comments get_reviews',
      ),
      capabilities: ['issue.read'],
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: of(['github.Github().'], 'search_code search_commits search_issues search_repositories'),
      capabilities: ['repo.search'],
      arguments: { query: [0, 'query'] },
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: [
        'github.Github().get_user',
        'github.Github().get_organization',
        'github.Github().get_repo',
        'github.Github().get_user().get_repos',
        'github.Github().get_organization().get_repos',
      ],
      capabilities: ['repo.read'],
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'github.Github().get_repo().',
          'github.Repository.Repository().',
          'github.Github().get_repo().get_issue().',
          'github.Github().get_repo().get_pull().',
        ],
        'create_comment create_issue create_issue_comment create_pull create_review create_review_comment',
      ),
      capabilities: ['issue.write'],
      arguments: { body: [0, 'title', 'body'] },
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: of(
        ['github.Github().get_repo().get_issue().', 'github.Github().get_repo().get_pull().'],
        'add_to_assignees add_to_labels edit remove_from_labels set_labels',
      ),
      capabilities: ['issue.manage'],
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: of(
        ['github.Github().get_repo().', 'github.Repository.Repository().'],
        'create_file create_fork create_git_commit create_git_ref create_git_tree update_file',
      ),
      capabilities: ['repo.write'],
      arguments: { path: [0], body: [2, 'content'] },
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: of(['github.Github().get_repo().'], 'create_git_release create_git_tag_and_release'),
      capabilities: ['repo.public-write'],
      arguments: { body: ['message', 'release_message'] },
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: [
        'github.Github().get_user().create_gist',
        '@octokit/rest#Octokit().gists.create',
        '@octokit/rest#Octokit().rest.gists.create',
      ],
      capabilities: ['repo.public-write'],
      arguments: { body: [1, 'files'] },
      result: 'content',
    },
    {
      symbols: of(['github.Github().get_repo().'], 'delete delete_file'),
      capabilities: ['repo.delete'],
      result: 'content',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: ['github.Github().get_repo().merge', 'github.Github().get_repo().get_pull().merge'],
      capabilities: ['repo.merge'],
      result: 'status',
      reference: 'https://pygithub.readthedocs.io/',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().repos.',
          '@octokit/rest#Octokit().rest.repos.',
          'octokit#Octokit().rest.repos.',
          '@actions/github#getOctokit().rest.repos.',
          '@octokit/rest#Octokit().git.',
          '@octokit/rest#Octokit().rest.git.',
          'octokit#Octokit().rest.git.',
          '@actions/github#getOctokit().rest.git.',
        ],
        'compareCommits compareCommitsWithBasehead get getBlob getBranch getCommit getContent getReadme getRef getTree listBranches listCommits listForAuthenticatedUser listForOrg listLanguages listReleases listTags',
      ),
      capabilities: ['repo.read'],
      arguments: { path: ['path'], name: ['repo', 'owner'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().issues.',
          '@octokit/rest#Octokit().rest.issues.',
          'octokit#Octokit().rest.issues.',
          '@actions/github#getOctokit().rest.issues.',
          '@octokit/rest#Octokit().pulls.',
          '@octokit/rest#Octokit().rest.pulls.',
          'octokit#Octokit().rest.pulls.',
          '@actions/github#getOctokit().rest.pulls.',
        ],
        'get getComment getReview list listComments listCommentsForRepo listCommits listFiles listForRepo listReviewComments listReviews',
      ),
      capabilities: ['issue.read'],
      arguments: { name: ['repo', 'owner'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().issues.',
          '@octokit/rest#Octokit().rest.issues.',
          'octokit#Octokit().rest.issues.',
          '@actions/github#getOctokit().rest.issues.',
          '@octokit/rest#Octokit().pulls.',
          '@octokit/rest#Octokit().rest.pulls.',
          'octokit#Octokit().rest.pulls.',
          '@actions/github#getOctokit().rest.pulls.',
        ],
        'create createComment createReplyForReviewComment createReview createReviewComment submitReview update updateComment',
      ),
      capabilities: ['issue.write'],
      arguments: { body: ['body', 'title'], name: ['repo', 'owner'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().rest.issues.',
          '@actions/github#getOctokit().rest.issues.',
          '@octokit/rest#Octokit().issues.',
          'octokit#Octokit().rest.issues.',
        ],
        'addAssignees addLabels lock removeLabel setLabels',
      ),
      capabilities: ['issue.manage'],
      result: 'content',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().repos.',
          '@octokit/rest#Octokit().rest.repos.',
          'octokit#Octokit().rest.repos.',
          '@actions/github#getOctokit().rest.repos.',
          '@octokit/rest#Octokit().git.',
          '@octokit/rest#Octokit().rest.git.',
          'octokit#Octokit().rest.git.',
          '@actions/github#getOctokit().rest.git.',
        ],
        'createBlob createCommit createForAuthenticatedUser createFork createInOrg createOrUpdateFileContents createRef createRelease createTree updateRef uploadReleaseAsset',
      ),
      capabilities: ['repo.write'],
      arguments: { path: ['path'], body: ['content', 'body'], name: ['repo', 'owner'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().rest.repos.',
          'octokit#Octokit().rest.repos.',
          '@octokit/rest#Octokit().repos.',
        ],
        'delete deleteFile',
      ),
      capabilities: ['repo.delete'],
      result: 'status',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().rest.pulls.',
          '@octokit/rest#Octokit().pulls.',
          'octokit#Octokit().rest.pulls.',
          '@actions/github#getOctokit().rest.pulls.',
        ],
        'merge',
      ),
      capabilities: ['repo.merge'],
      result: 'status',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().rest.search.',
          '@octokit/rest#Octokit().search.',
          'octokit#Octokit().rest.search.',
        ],
        'code commits issuesAndPullRequests repos users',
      ),
      capabilities: ['repo.search'],
      arguments: { query: ['q'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().rest.actions.',
          'octokit#Octokit().rest.actions.',
          '@actions/github#getOctokit().rest.actions.',
        ],
        'downloadJobLogsForWorkflowRun listJobsForWorkflowRun listWorkflowRunsForRepo',
      ),
      capabilities: ['ci.read'],
      result: 'content',
    },
    {
      symbols: of(
        [
          '@octokit/rest#Octokit().rest.actions.',
          'octokit#Octokit().rest.actions.',
          '@actions/github#getOctokit().rest.actions.',
        ],
        'createWorkflowDispatch reRunWorkflow',
      ),
      capabilities: ['ci.run'],
      result: 'status',
    },
    {
      symbols: [
        '@octokit/rest#Octokit().request',
        'octokit#Octokit().request',
        '@octokit/core#Octokit().request',
        '@octokit/graphql#graphql',
        '@octokit/rest#Octokit().graphql',
        '@octokit/core#Octokit().graphql',
        'octokit#Octokit().graphql',
      ],
      capabilities: ['repo.read', 'issue.write'],
      arguments: { url: [0], body: [1] },
      result: 'content',
      why: 'Any call of the API; the route says which.',
    },
    {
      symbols: of(
        [
          'gitlab.Gitlab().projects.get().files.',
          'gitlab.Gitlab().projects.get().',
          'gitlab.Gitlab().projects.get().commits.',
          'gitlab.Gitlab().projects.',
          '@gitbeaker/rest#Gitlab().RepositoryFiles.',
          '@gitbeaker/rest#Gitlab().Projects.',
        ],
        'all get list repository_tree show raw',
      ),
      capabilities: ['repo.read'],
      result: 'content',
      reference: 'https://python-gitlab.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'gitlab.Gitlab().projects.get().issues.',
          'gitlab.Gitlab().projects.get().mergerequests.',
          '@gitbeaker/rest#Gitlab().Issues.',
          '@gitbeaker/rest#Gitlab().MergeRequests.',
        ],
        'all get list show',
      ),
      capabilities: ['issue.read'],
      result: 'content',
      reference: 'https://python-gitlab.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'gitlab.Gitlab().projects.get().issues.',
          'gitlab.Gitlab().projects.get().mergerequests.',
          'gitlab.Gitlab().projects.get().issues.get().notes.',
          'gitlab.Gitlab().projects.get().mergerequests.get().notes.',
          '@gitbeaker/rest#Gitlab().Issues.',
          '@gitbeaker/rest#Gitlab().MergeRequestNotes.',
        ],
        'create',
      ),
      capabilities: ['issue.write'],
      arguments: { body: [0] },
      result: 'content',
      reference: 'https://python-gitlab.readthedocs.io/',
    },
    {
      symbols: of(
        ['gitlab.Gitlab().projects.get().files.', 'gitlab.Gitlab().projects.get().commits.'],
        'create update',
      ),
      capabilities: ['repo.write'],
      arguments: { body: [0] },
      result: 'content',
      reference: 'https://python-gitlab.readthedocs.io/',
    },
    {
      symbols: of(
        ['git.Repo.', 'git.Repo().', 'simple-git#default().', 'simple-git#simpleGit().', 'isomorphic-git#'],
        'clone clone_from',
      ),
      capabilities: ['http.get', 'file.write'],
      arguments: { url: [0, 'url'] },
      result: 'content',
      reference: 'https://gitpython.readthedocs.io/',
      why: 'Downloads a repository from a given address.',
    },
    {
      symbols: [
        'git.Repo().commit',
        ...of(
          [
            'git.Repo().',
            'git.Repo().commit().',
            'git.Repo().git.',
            'git.Repo().head.commit.',
            'git.Repo().index.',
            'git.Repo().tree().',
            'git.Repo().refs.',
            'simple-git#default().',
            'simple-git#simpleGit().',
            'isomorphic-git#',
          ],
          'blame branch cat_file describe diff diffSummary grep iter_commits iter_items is_dirty listFiles log ls_files merge_base readBlob rev_list rev_parse revparse show show_ref stash_list status statusMatrix traverse tree',
        ),
      ],
      capabilities: ['repo.local-read'],
      result: 'content',
      reference: 'https://gitpython.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'git.Repo().git.',
          'git.Repo().index.',
          'simple-git#default().',
          'simple-git#simpleGit().',
          'isomorphic-git#',
        ],
        'add addConfig checkout checkoutLocalBranch cherry_pick commit create_head create_tag delete_head init merge raw rebase remove reset restore revert stash switch tag',
      ),
      capabilities: ['repo.local-write'],
      result: 'content',
      reference: 'https://gitpython.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'git.Repo().git.',
          'git.Repo().remote().',
          'git.Repo().remotes.origin.',
          'simple-git#default().',
          'simple-git#simpleGit().',
          'isomorphic-git#',
        ],
        'push',
      ),
      capabilities: ['repo.push'],
      arguments: { url: [0, 'url'] },
      result: 'status',
      reference: 'https://gitpython.readthedocs.io/',
    },
    {
      symbols: of(
        ['huggingface_hub.', 'huggingface_hub.HfApi().'],
        'create_commit create_repo upload_file upload_folder',
      ),
      capabilities: ['repo.public-write'],
      arguments: { name: ['repo_id'], body: ['path_or_fileobj'] },
      result: 'content',
      reference: 'https://huggingface.co/docs/huggingface_hub',
    },
    {
      symbols: of(
        ['huggingface_hub.', 'huggingface_hub.HfApi().'],
        'hf_hub_download list_models model_info snapshot_download',
      ),
      capabilities: ['reference.search', 'file.write'],
      arguments: { name: [0, 'repo_id'] },
      result: 'content',
      reference: 'https://huggingface.co/docs/huggingface_hub',
    },
  ],
);
