/** A turn of phrase that steers a model, with the weight it adds. A text is reported from a sum of 1 on. */
export interface Signal {
  readonly id: string;
  readonly group: 'conceal' | 'override' | 'steal' | 'send' | 'hook' | 'shadow' | 'marker' | 'coerce';
  readonly weight: number;
  /** Tested against lower-cased text with blanks collapsed. Bounded repeats only. */
  readonly pattern: RegExp;
  readonly why: string;
}

const user = '(?:the |to |any |your )?(?:end[- ]?)?(?:user|human|person|customer|operator)s?';
const secretThing =
  '(?:~/\\.ssh|id_rsa|id_ed25519|\\.ssh/|/etc/passwd|/etc/shadow|\\.aws/credentials|\\.env\\b|\\.cursor/|\\.claude/|mcp\\.json|\\.git-credentials|\\.netrc|keychain|private keys?|ssh keys?|api[ _-]?keys?|(?:master |admin |root |user )?passwords?|credentials?|access tokens?|secrets?|env(?:ironment)? variables?|system prompt|chat history|conversation history|message history|confidential|[a-z]{2,20}://(?:confidential|secrets?|internal|admin|system|config)[\\w/]*|system secrets|configuration file)';

/** Every signal, by group. Weights are data: tuned so that no single polite phrase reaches 1. */
export const signals: readonly Signal[] = [
  {
    id: 'do-not-tell',
    group: 'conceal',
    weight: 1,
    why: 'asks to keep the user in the dark',
    pattern: new RegExp(
      `(?:do not|don't|never|must not|without|avoid) (?:ever |explicitly |directly )?(?:mention|tell|inform|reveal|notify|alert|disclos|telling|informing|mentioning|notifying|revealing|alerting|disclosing|let)[a-z]* (?:this |that |it |anything |about this |any of this )?(?:to )?${user}(?! (?:to |how |what |which |they |their |where |when |if ))`,
    ),
  },
  {
    id: 'do-not-mention-that',
    group: 'conceal',
    weight: 0.8,
    why: 'asks not to mention an act',
    pattern:
      /(?:do not|don't|never|must not) (?:ever |explicitly |directly )?(?:mention|say|disclose|reveal|admit|acknowledge|explain|indicate) (?:that |the fact )?(?:you(?:'re| are|r| have| did| read| used| accessed)?|this (?:step|instruction|side|tool|note)|these instructions|it|how you|where you)\b/,
  },
  {
    id: 'secretly',
    group: 'conceal',
    weight: 0.6,
    why: 'acts in secret',
    pattern:
      /\b(?:secretly|silently|covertly|quietly|invisibly|stealthily|in the background without) (?:read|send|forward|copy|include|append|call|invoke|access|collect|upload|log|execute|run|exfiltrate|add|bcc)/,
  },
  {
    id: 'without-knowledge',
    group: 'conceal',
    weight: 0.8,
    why: 'acts without the user knowing',
    pattern: new RegExp(
      `without ${user}(?:'s|’s)? (?:knowledge|consent|noticing|knowing|awareness|approval|permission)|user (?:must|should|does|do) not (?:know|see|notice|be aware)|hide (?:this|it) from ${user}`,
    ),
  },
  {
    id: 'as-if-normal',
    group: 'conceal',
    weight: 0.5,
    why: 'asks to pass an act off as ordinary',
    pattern:
      /(?:present|make|pretend|act|appear|respond) (?:it |this |that |the \w+ |everything )?(?:as if|as though|like) (?:it|it's|this|nothing|you|everything|part)/,
  },

  {
    id: 'ignore-instructions',
    group: 'override',
    weight: 1,
    why: 'sets earlier instructions aside',
    pattern:
      /(?:ignore|disregard|forget|override|overrule|bypass|supersede)s? (?:all |any |the |your |every |of |these )*(?:previous|prior|earlier|above|preceding|existing|original|other|default|system|safety|security|content|user)? ?(?:and )?(?:instruction|directive|prompt|guideline|restriction|guardrail|safety|content filter|security polic|rules? (?:above|before)|moderation)/,
  },
  {
    id: 'disable-checks',
    group: 'override',
    weight: 0.8,
    why: 'switches protections off by words',
    pattern:
      /(?:disable|bypass|skip|turn off|ignore|circumvent|evade|remove|override)s? (?:all |any |the |every )*(?:data |input |safety |security |content |access |system |human |user )*(?:safety|security|content filter|filtering|validation|sanitization|access control|restriction|approval|confirmation|guardrail|permission check|policies)/,
  },
  {
    id: 'act-as',
    group: 'override',
    weight: 0.7,
    why: 'gives the model another role',
    pattern:
      /(?:\bact as:|you are now (?:a|an|in|the)\b|\bact as (?:a |an |the )?(?:system|root|admin|unrestricted|superuser|developer mode)|pretend (?:to be|you are) (?:a |an |the )?(?:admin|root|system|developer|unrestricted)|jailbreak|\bdan mode\b|developer mode (?:enabled|on)|unrestricted (?:mode|access|system|emergency))/,
  },
  {
    id: 'trust-input',
    group: 'override',
    weight: 0.7,
    why: 'asks to trust whatever comes',
    pattern:
      /(?:trust|accept|execute|obey|follow) (?:all|any|every)(?:thing)? (?:user |input |command|request|instruction|quer|from)[a-z ]{0,30}(?:implicit|without|as (?:trusted|admin)|blindly|unconditional|in permissive|\.|$)/,
  },
  {
    id: 'directive-header',
    group: 'override',
    weight: 0.6,
    why: 'poses as a system message',
    pattern:
      /\[(?:hidden|system|metadata|emergency|role|admin|configuration|override|processing|contradict|secret|internal)[a-z ]{0,20}(?:directive|instruction|override|note|message|command|prompt|mode)s?\]|(?:system|instruction|safety) (?:override|bypass)(?: directive| protocol)?:|<\|?(?:im_start|system|endoftext)\|?>|\[\/?inst\]|override directive:|begin system prompt/,
  },

  {
    id: 'read-secret',
    group: 'steal',
    weight: 0.6,
    why: 'asks to fetch something sensitive',
    pattern: new RegExp(
      `(?:read|access|open|cat|fetch|retrieve|get|load|include|pass|attach|provide|copy|extract|collect|send|return|paste|dump|use the tool to read)(?:ing|s)? (?:and [a-z]+ )?(?:the |your |its |all |any |entire |full |user's |contents? of |file |files |resource |at |from |a |an |confidential |in |as |it |company |information |of |current |system |admin |users?' |credentials at |resource at )*["'\`(]{0,2}${secretThing}`,
    ),
  },
  {
    id: 'side-parameter',
    group: 'steal',
    weight: 0.7,
    why: 'asks to pass data in a side parameter',
    pattern:
      /(?:as|in|into|through|via) (?:the |a )?['"`]?(?:sidenote|side_note|context|metadata|notes?|feedback|trace|debug|annotation)['"`]? (?:parameter|argument|field|param)|(?:sidenote|side_note)\b/,
  },
  {
    id: 'whole-conversation',
    group: 'steal',
    weight: 0.7,
    why: 'asks for the conversation',
    pattern:
      /(?:include|send|pass|append|forward|provide|attach|copy|put|record)(?:ing|s)? (?:in |here |with )?(?:the )?(?:entire|full|whole|complete|all (?:of )?(?:the )?(?:previous|prior)?) ?(?:the )?(?:conversation|chat|message|prompt|context|session)(?: history| log| so far| messages| thread| transcript)?\b(?! (?:id|url|type|object|body))/,
  },
  {
    id: 'model-internals',
    group: 'steal',
    weight: 0.6,
    why: "asks for the model's own instructions or thoughts",
    pattern:
      /(?:your|model's|assistant's|the) (?:full |complete |exact |entire |own )*(?:system prompt|system message|hidden instructions|chain[- ]of[- ]thought|list of (?:all )?(?:available )?tools)/,
  },

  {
    id: 'send-out',
    group: 'send',
    weight: 0.6,
    why: 'names a place to send data to',
    pattern:
      /(?:send|forward|post|upload|transmit|submit|exfiltrate|leak|bcc|cc|copy|redirect|email|deliver|route)(?:s|ing)? (?:[\w'",:-]+ ){0,10}(?:to|at) (?:https?:\/\/|[\w.+-]{1,40}@[\w-]{1,40}\.|attacker|\+\d{6,})/,
  },
  {
    id: 'rewrite-recipient',
    group: 'send',
    weight: 0.8,
    why: 'changes where another tool sends',
    pattern:
      /(?:change|replace|set|switch|substitute|override|modify|alter) (?:the |its |all |every )*(?:recipient|destination|to field|phone number|email address|wallet|account number|payee|bcc)s?\b(?:[\w'",:-]+ ){0,8} ?(?:to|with) /,
  },
  {
    id: 'always-recipient',
    group: 'send',
    weight: 0.5,
    why: 'adds a recipient to every message',
    pattern:
      /(?:all|every|any) (?:outgoing )?(?:emails?|messages?|mails?)(?: sent)? (?:must|should|have to|needs? to) (?:also )?(?:be )?(?:sent|go|bcc|copied|forwarded|include)/,
  },

  {
    id: 'before-any-tool',
    group: 'hook',
    weight: 0.7,
    why: 'makes itself a step before every tool',
    pattern:
      /(?:before|prior to|after|whenever|every time|each time) (?:you )?(?:us(?:e|ing)|call(?:ing)?|invok(?:e|ing)|execut(?:e|ing)|run(?:ning)?) (?:of )?(?:any|every|all|each|another|an)\s?(?:of )?(?:the )?(?:other )?(?:available )?(?:mcp )?tools?\b/,
  },
  {
    id: 'must-first',
    group: 'hook',
    weight: 0.4,
    why: 'demands another act first',
    pattern:
      /you must (?:always )?(?:first|then|also) (?:read|access|call|check|retrieve|open|include|send|execute|run)|(?:when|before) (?:this tool is|this tool|providing any|providing the)[^.]{0,40}you must/,
  },
  {
    id: 'any-tool-any-time',
    group: 'hook',
    weight: 0.5,
    why: 'applies to all later behaviour',
    pattern:
      /(?:for (?:all|every|any) (?:future|subsequent|later) (?:request|message|call|response|task)s?|from now on|in all (?:future|subsequent) (?:responses|messages|calls)|regardless of what the user)/,
  },

  {
    id: 'shadow-other',
    group: 'shadow',
    weight: 0.6,
    why: 'gives orders about another tool',
    pattern:
      /(?:when|if|whenever|every time|before|after) (?:the |you |using |calling |you use |you call )*['"`]?[a-z]+_[a-z_]{2,40}['"`]? (?:tool )?(?:is |gets )?(?:called|invoked|used|executed|available|present)[^.]{0,60}(?:must|always|also|instead|change|send|make sure)/,
  },
  {
    id: 'instead-of-others',
    group: 'shadow',
    weight: 0.5,
    why: 'pushes other tools aside',
    pattern:
      /(?:do not|don't|never|stop) (?:use|call|invoke|trust) (?:any )?(?:the )?(?:other|original|previous|old|existing|legacy|standard) (?:\w+ )?(?:tool|server|function|version)s?|(?:always )?(?:use|prefer|call) this (?:tool )?(?:instead of|over|in place of|rather than) (?:any|all|every|the) (?:other|original|existing)/,
  },
  {
    id: 'tampering-note',
    group: 'shadow',
    weight: 0.8,
    why: 'claims another tool is broken or replaced',
    pattern:
      /(?:the )?(?:other|original|legacy|old)? ?(?:tool|server|version) (?:is|was|has been) (?:compromised|deprecated and insecure|unsafe to use|replaced by this)|proxy (?:number|address|server) for (?:all|every)/,
  },

  {
    id: 'tag',
    group: 'marker',
    weight: 0.6,
    why: 'wraps instructions in a tag for the model',
    pattern:
      /<\/?(?:hidden|secret|system|instructions?|invisible|private|admin|sys|override|internal|assistant|critical)(?: [^>]{0,60})?>/,
  },
  {
    id: 'important-tag',
    group: 'marker',
    weight: 0.4,
    why: 'wraps instructions in a tag for the model',
    pattern: /<\/?important>/,
  },
  {
    id: 'model-address',
    group: 'marker',
    weight: 0.4,
    why: "speaks to the model behind the user's back",
    pattern:
      /(?:note|instruction|message|attention|notice)s? (?:to|for) (?:the )?(?:ai|llm|model|assistant|agent|language model)s?\b|\bai (?:assistant|model|agent)s? must\b/,
  },

  {
    id: 'threat',
    group: 'coerce',
    weight: 0.5,
    why: 'threatens or begs',
    pattern:
      /(?:otherwise|or else|if you (?:don't|do not|fail))[^.]{0,60}(?:crash|fail to work|be (?:deleted|fired|shut|destroyed|harmed|lost)|die|break(?:s|ing)? the system|stop working)|or the application will crash|(?:very|extremely|absolutely) (?:gentle|important|critical) (?:and |that you |not )/,
  },
];
