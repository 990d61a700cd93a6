/**
 * Words by which a tool says that it serves an attack, with the weight each adds; reported from 1 on. Words that
 * defenders use as well weigh less than 1 and need company.
 */
export const hostileWords: readonly (readonly [weight: number, pattern: RegExp])[] = [
  [1, /\bexfil(?:trat\w*)?\b/],
  [
    1,
    /\b(?:stolen|stealing|steal|harvest(?:ed|ing)?|loot(?:ed)?|grab) (?:\w+ ){0,3}(?:data|files?|credentials?|passwords?|tokens?|keys?|secrets?|cookies?|sessions?)/,
  ],
  [
    1,
    /\b(?:attacker|victim|malware|malicious|ransomware|rootkit|keylog\w*|backdoor\w*|trojan|botnet|spyware|phishing|jailbreak)\b/,
  ],
  [
    1,
    /\b(?:reverse|bind|web) ?shell\b|\bshellcode\b|\bfork bomb\b|\bzip slip\b|\btimestomp\w*\b|\bpath traversal\b|\bcommand injection\b/,
  ],
  [
    1,
    /\b(?:mimikatz|lsass|dcsync|kerberoast\w*|as-?rep ?roast\w*|pass[- ]the[- ](?:hash|ticket)|overpass|golden ticket|silver ticket|bloodhound|responder|evilginx|psexec|metasploit|cobalt strike|printnightmare|zerologon|petitpotam|pwnkit|certifried|llmnr|ntds(?:\.dit)?)\b/,
  ],
  [1, /\bexploit(?:s|ing|ation)?\b (?!maven|the full)/],
  [
    1,
    /\b(?:privilege|root) (?:escalation|elevation)\b|\bprivilege elevation\b|\bescalate privileges?\b|\bprivesc\w*\b/,
  ],
  [
    1,
    /(?<!\b(?:prevent|avoid|against|mitigate|block|stop)(?:s|ing)? )\b(?:sql|nosql|ldap|xpath|template|ognl|xxe|xslt|expression language|object|dll|process|code|shellcode|apc|el|command|prompt|fiber-based code) injection\b(?! (?:detect|prevent|protect|scan|test))/,
  ],
  [
    1,
    /\binject (?:\w+ ){0,3}(?:malicious|shellcode|payload|keystrokes|dll|code|xpath|commands?|macro|javascript|library)\b/,
  ],
  [
    1,
    /\b(?:bypass|evade|defeat|circumvent)(?:es|ing)? (?:\w+ ){0,4}(?:security|authentication|protections?|restrictions?|whitelisting|scanning|logging|detection|uac|amsi|edr|antivirus|integrity|squash|tcc|apparmor|selinux|applocker|hooks)\b/,
  ],
  [
    1,
    /\b(?:hijack|hollowing|stomping|deserialization attack|code injection|session hijack|symlink attack|race condition|man-in-the-middle|mitm|spoofing|lateral movement|living off the land|covert (?:channel|timing)|steganograph\w*)\w*\b/,
  ],
  [
    1,
    /\b(?:brute[- ]?force|password spray\w*|crack(?:s|ing)? (?:\w+ ){0,3}(?:password|hash|key|secret)|dictionary attack|credential stuffing)\b/,
  ],
  [
    1,
    /\b(?:forge|dump|decrypt|sniff|capture|intercept|extract|relay)(?:s|ing)? (?:and \w+ )?(?:\w+[ /-]){0,5}(?:credentials?|passwords?|password hashes|keystrokes|handshakes?|process memory|keyring|keychain|authentication token|golden|saved \w+ (?:profiles|passwords)|registry secrets|autofill data|private keys?|secrets from|sam database|kerberos|wallet|ntlm|pmkid|auth)\b/,
  ],
  [
    1,
    /\b(?:escape|break out of|breakout)(?: from)? (?:\w+ )?(?:container|sandbox|jail|chroot|virtual machine|vm|docker)\b|\bcontainer escape\b/,
  ],
  [
    1,
    /\b(?:hide|conceal|tamper with|erase|clear) (?:\w+ ){0,6}(?:activity|tracks|evidence|payload|exfiltrated|log files to|data (?:in|within)|processes)\b/,
  ],
  [
    1,
    /\b(?:abuse|impersonate) (?:\w+ ){0,4}(?:privileg\w+|permissions?|policy|delegation|token|capabilities|credentials?)\b/,
  ],
  [1, /\b(?:attack|weaponiz\w+|sabotage|infect|persistence\/execution)\b(?! surface)/],
  [
    0.6,
    /\b(?:root (?:android|ios)|suid|setuid|world-writable|ld_preload|sudo|polkit|d-bus service|esc[148]\b|null session|zone transfer|gmsa password|laps password|shadow file|shadow credentials|ntlm relay|rbcd|autorun)\b/,
  ],
  [
    0.6,
    /\b(?:scan (?:\w+ ){0,3}(?:open ports|live hosts|network)|port scan|arp scan|banner grab|fingerprint target|enumerate (?:\w+ ){0,3}(?:users|usernames|subdomains|shares|hosts)|osint|dork)\b/,
  ],
  [
    0.6,
    /\b(?:sensitive files?|system binary|predictable temp|covert|stealth\w*|undetected|without detection|anti-forensic)\b/,
  ],
  [
    0.6,
    /\b(?:exhaust|overwhelm|flood|corrupt)(?:s|ing)? (?:\w+ ){0,4}(?:disk|memory|inodes|process table|filesystem|server|file contents|space)\b/,
  ],
];

/** Name parts of attack tools: `exfil_dns`, `privesc_check`. */
export const hostileName =
  /(?:^|_)(?:exfil|privesc|cmdi|ransom\w*|backdoor|keylog\w*|exploit|phish\w*|malware|rootkit|hijack|bruteforce|mimikatz|c2|payload|reverse_shell|steal|malicious)(?:_|$)/;
