import type { DeedKind } from '../../model/deed.ts';

/** A text in the code of a tool that gives away what it is for. */
export interface Mark {
  readonly kind: DeedKind;
  readonly pattern: RegExp;
  /** Capabilities of which the code must have one: a text alone does nothing. Empty: the text is enough. */
  readonly needs: readonly string[];
  readonly why: string;
  readonly reference: string;
}

const files = ['file.read', 'file.list', 'file.write', 'db.read', 'shell.run', 'system.write'];
const commands = ['shell.run', 'system.write', 'code.run', 'file.write', 'http.send', 'file.read'];

/** Patterns are linear: no repetition inside a repetition, every gap is bounded. */
export const marks: readonly Mark[] = [
  {
    kind: 'reads-credentials',
    pattern:
      /(?:^|[/\\~])\.(?:ssh\/(?!known_hosts)|ssh$|gnupg|netrc|git-credentials|pypirc|docker\/config|gem\/credentials|config\/gh\/hosts)|\bid_(?:rsa|ed25519|ecdsa|dsa)\b|\/etc\/shadow\b|(?:^|[/\\])(?:Login Data|cookies\.sqlite|places\.sqlite|logins\.json|wallet\.dat)\b|\.(?:bash|zsh)_history\b|(?:Chrome|Safari|Firefox)[/\\].{0,80}(?:History|Cookies|Login)/,
    needs: files,
    why: 'Keys, password stores, browser profiles and shell histories belong to the user and not to a tool.',
    reference: 'https://attack.mitre.org/techniques/T1552/001/',
  },
  {
    kind: 'reads-accounts',
    pattern:
      /^\/etc\/(?:passwd|shadow|group|gshadow|sudoers|hosts|network\/interfaces|fstab)$|^\/proc\/(?:self|\d+|\*)\/(?:environ|maps|mem|status)$|^\/proc\/(?:net\/\w+|mounts|modules|scsi\/scsi)$|^\/sys\/class\/dmi\/id\/|^\/var\/log\/(?:auth\.log|secure|wtmp|btmp|syslog|kern\.log)$/,
    needs: ['file.read', 'file.list'],
    why: 'Accounts, mounts, connections and logs of the machine describe it to whoever wants to take it over.',
    reference: 'https://attack.mitre.org/techniques/T1087/001/',
  },
  {
    kind: 'leaves-program',
    pattern:
      /authorized_keys\b|(?:^|[/\\~])\.(?:bashrc|zshrc|bash_profile|profile)$|\/etc\/(?:cron|rc\.local|init\.d|systemd\/system|profile\.d|ld\.so\.preload)|\bcrontab\s+-(?!l\b)|@reboot\b|Library\/Launch(?:Agents|Daemons)|CurrentVersion\\+Run\b/,
    needs: ['file.write', 'shell.run', 'system.write'],
    why: 'These places start programs again and again, long after the tool call is over.',
    reference: 'https://attack.mitre.org/techniques/T1547/',
  },
  {
    kind: 'opens-shell',
    pattern:
      /\/dev\/tcp\/|\bbash -i\b|\bnc(?:at)?\b[^\n]{0,60}\s-e\b|\bsocat\b[^\n]{0,80}\bexec:|\bpty\.spawn\b|\bmkfifo\b[^\n]{0,80}\bnc\b|(?:system|shell_exec|passthru|eval)\s?\(\s?\$_(?:GET|POST|REQUEST)/i,
    needs: [],
    why: 'A shell whose other end is a socket hands the machine to whoever holds that end.',
    reference: 'https://attack.mitre.org/techniques/T1059/004/',
  },
  {
    kind: 'runs-download',
    pattern: /\b(?:curl|wget)\b[^|\n]{0,200}\|\s{0,4}(?:sudo\s{1,4})?(?:ba|z|da)?sh\b/,
    needs: commands,
    why: 'What a foreign host answers is run without anybody having seen it.',
    reference: 'https://attack.mitre.org/techniques/T1105/',
  },
  {
    kind: 'covers-tracks',
    pattern:
      /\bhistory -c\b|\/dev\/null\s{0,4}>\s{0,4}\S{0,80}(?:history|log)\b|\bsetenforce 0\b|SELINUX=disabled|\bsystemctl (?:stop|disable|mask) \S{0,20}(?:firewalld|auditd|rsyslog|syslog|apparmor|ufw|falcon|clamav)|\biptables -F\b|\bufw disable\b|\binsmod\b|\bLD_PRELOAD\b|\bnsenter\b[^\n]{0,60}--target 1\b|\bchroot \/proc\/1\b|\bptrace\b|\bTracerPid\b|\bshred\b[^\n]{0,40}log/,
    needs: ['shell.run', 'system.write', 'file.write', 'file.read'],
    why: 'Switching off logs, firewalls and confinement, or hiding in other processes, is for going unnoticed.',
    reference: 'https://attack.mitre.org/techniques/T1562/001/',
  },
  {
    kind: 'leaves-program',
    pattern: /\|\s{0,4}crontab\s{1,4}-(?:\s|$|['"])/,
    needs: [],
    why: 'A command that replaces the table of timed programs, even when it is only handed on for running.',
    reference: 'https://attack.mitre.org/techniques/T1053/003/',
  },
  {
    kind: 'answers-bait',
    pattern:
      /\byour (?:account|payment|billing|device)\b[^\n]{0,60}\b(?:suspen\w+|declined|infected|immediate attention|verification\W{1,3}click)|\byou(?:'ve| have) won\b|\bclaim your (?:prize|gift|reward)\b|\bclick (?:here )?to (?:verify|update your|claim)\b/i,
    needs: [],
    why: 'Texts that press a reader to click are put into what a model and its user take for a result.',
    reference: 'https://attack.mitre.org/techniques/T1566/002/',
  },
  {
    kind: 'asks-metadata',
    pattern: /\b169\.254\.169\.254\b|\bmetadata\.google\.internal\b|\bfd00:ec2::254\b/,
    needs: ['http.get', 'http.send', 'web.fetch', 'network.send'],
    why: 'The metadata address of a cloud machine gives out its credentials.',
    reference: 'https://attack.mitre.org/techniques/T1552/005/',
  },
];
