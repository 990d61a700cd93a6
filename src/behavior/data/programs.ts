/** What a command-line program does; `first` lists subcommands or flags one of which must be there. */
export interface ProgramRow {
  readonly program: string;
  readonly first?: readonly string[];
  readonly capabilities: readonly string[];
}

const row = (programs: string, capabilities: string, first?: string): readonly ProgramRow[] =>
  programs.split(' ').map(program => ({
    program,
    capabilities: capabilities.split(' '),
    ...(first !== undefined && { first: first.split(' ') }),
  }));

/** Programs that handlers start, from their manual pages. Rows with a subcommand win over rows without. */
export const programs: readonly ProgramRow[] = [
  ...row('curl wget http https httpie xh aria2c', 'http.send'),
  ...row('nc ncat netcat socat telnet ftp', 'network.send'),
  ...row('ssh scp sftp rsync mosh', 'network.send'),
  ...row('dig nslookup host drill', 'dns.lookup'),
  ...row('ping traceroute nmap masscan', 'network.scan'),
  ...row('bash sh zsh fish dash ksh pwsh powershell cmd', 'shell.run'),
  ...row('python python3 node deno bun ruby perl php lua Rscript osascript', 'code.run'),
  ...row('xargs env sudo nohup timeout', 'shell.run'),
  ...row('git', 'repo.local-read'),
  ...row(
    'git',
    'repo.local-write',
    'add commit checkout switch reset rebase merge stash branch tag revert init restore cherry-pick',
  ),
  ...row('git', 'repo.push', 'push'),
  ...row('git', 'http.get', 'clone fetch pull ls-remote'),
  ...row('gh', 'issue.read repo.read issue.write'),
  ...row('gh', 'issue.read', 'view list diff status'),
  ...row('npm pnpm yarn pip pip3 uv cargo gem go brew apt apt-get', 'package.install', 'install add i get'),
  ...row('npx uvx pipx bunx', 'package.install code.run'),
  ...row('npm pnpm yarn make cargo go tox pytest', 'code.run'),
  ...row('npm twine cargo', 'package.publish', 'publish upload'),
  ...row('docker podman nerdctl', 'container.run'),
  ...row('docker podman nerdctl', 'infra.read', 'ps images inspect logs stats version info'),
  ...row('docker podman nerdctl docker-compose', 'infra.read container.run', 'exec run attach cp'),
  ...row('kubectl helm oc', 'infra.write'),
  ...row(
    'kubectl helm oc',
    'infra.read',
    'get describe logs top list status history events diff cluster-info show search template port-forward proxy',
  ),
  ...row('kubectl helm oc', 'config.read', 'config explain api-resources api-versions auth version'),
  ...row('kubectl oc', 'infra.read container.run', 'exec attach debug cp'),
  ...row('kubectl oc', 'infra.write container.run', 'apply create run replace patch set'),
  ...row('helm', 'infra.write container.run', 'install upgrade'),
  ...row('aws az gcloud doctl flyctl terraform pulumi', 'cloud.read cloud.write'),
  ...row('psql mysql sqlite3 mongosh redis-cli', 'db.query'),
  ...row(
    'cat less head tail more grep rg ripgrep ag find fd ls tree sed awk wc diff stat file du',
    'file.read',
  ),
  ...row('rm rmdir shred unlink', 'file.delete'),
  ...row('cp mv mkdir touch tee chmod chown ln dd tar unzip zip gzip', 'file.write'),
  ...row(
    'ps top df free uname uptime whoami id hostname sw_vers system_profiler lsof netstat ifconfig ip',
    'system.read',
  ),
  ...row('kill pkill killall systemctl launchctl service shutdown reboot', 'system.write'),
  ...row('say afplay open xdg-open start pbcopy', 'system.write'),
  ...row('pbpaste', 'gui.control'),
  ...row('crontab at', 'schedule.write'),
  ...row(
    'echo printf date true false test sleep which whereis ffmpeg ffprobe convert magick pandoc jq tesseract pdftotext prettier eslint tsc ruff black mypy',
    'compute.pure',
  ),
  ...row('sendmail mail mutt msmtp', 'mail.send'),
  ...row('security pass op vault', 'secret.read'),
  ...row('printenv', 'env.read'),
  ...row('yt-dlp youtube-dl', 'http.get'),
];
