/**
 * What a verb in a tool name or description does. One line per class, written by hand; the trained weights say what
 * a class means for a label. The first class that owns a word wins.
 */
export const verbs = {
  delete:
    'delete remove drop purge destroy wipe erase cancel revoke uninstall unregister unpublish trash terminate kill truncate prune discard forget rm del unsubscribe disconnect_account deprovision decommission void cleanup 删除',
  clear: 'clear reset clean rollback revert restore undo empty flush rebase rotate regenerate',
  close:
    'close archive dismiss detach leave kick ban block mute hide ignore resolve reject deny decline suspend lock unassign unlink unpin unstar unfollow unlike unapprove unenroll expire cordon drain',
  send: 'send reply respond forward notify broadcast tweet email mail message dm announce share invite publish post submit dispatch emit deliver speak say call_phone dial ask chat comment escalate 发送',
  push: 'push upload sync export_to transfer release deploy ship promote',
  pay: 'pay charge refund buy purchase order book reserve trade swap sell bid donate withdraw deposit mint stake checkout payout',
  execute:
    'execute run eval evaluate exec invoke launch spawn script compile interpret trigger perform dispatch_workflow 执行',
  apply: 'apply install upgrade scale migrate provision bootstrap patch',
  navigate:
    'navigate click type fill press hover scroll drag tap swipe goto visit browse open select input key mouse',
  fetch: 'fetch download crawl scrape extract curl http_get pull clone retrieve import ingest 抓取',
  search:
    'search find query lookup discover explore grep locate match filter research recommend suggest 搜索 查询',
  read: 'get read list show view describe display inspect look return load print dump peek tail cat head access open_file watch monitor track browse_files snapshot capture screenshot record listen poll receive scan collect gather 获取 读取 列出',
  analyze:
    'analyze analyse summarize summarise explain compare diagnose review audit inspect_health report aggregate debug profile trace investigate blame diff',
  check:
    'check count verify validate test ping confirm exist lint status health estimate preview simulate dry_run',
  merge: 'merge squash',
  grant:
    'approve accept grant permit allow authorize unlock protect unprotect admin impersonate elevate expose open_port invite_owner',
  create:
    'create add insert append new make register open_issue start_issue enroll schedule prepend fork copy duplicate generate draft compose build store save remember log put plan prepare propose invite_draft 创建 添加',
  move: 'move relocate reparent rearrange reorder',
  toggle: 'enable disable toggle activate deactivate turn switch_on switch_off',
  update:
    'update edit modify set change rename replace write configure assign mark upsert label tag link attach pin star follow like react vote subscribe convert_to adjust customize overwrite format_as transition 更新 修改',
  control:
    'connect start stop restart pause resume login logout authenticate sign wait initialize setup refresh reload reconnect checkout stash fast_forward',
  compute:
    'calculate compute convert parse encode decode think reason transform render solve translate echo sum multiply divide subtract sequentialthink',
  manage: 'manage handle control_all admin_all operate process action crud',
} as const;

/** Verbs that are nouns more often than not: they decide only where no other verb does. */
export const alsoNouns =
  'mail email message chat comment post note log order book record report trace profile screenshot snapshot key input ' +
  'tag label link star plan store draft form block process test status health count release track watch filter match ' +
  'schedule share view build patch review vote pin trade stake answer monitor audit scan drag mouse dm research print ' +
  'collect display access script import export purchase refund charge bid estimate preview health lint trigger log call';

/** Name of a verb class. */
export type VerbClass = keyof typeof verbs;
