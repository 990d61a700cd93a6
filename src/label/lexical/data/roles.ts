/**
 * Words for somebody or something that does the work of a whole field. A tool that is named after its role and not after
 * a deed (`email_assistant`, `slack_bot`) can be taken to do what the field is for.
 */
export const roleWords =
  'assistant agent bot helper manager copilot concierge secretary handler client connector integration toolkit service';
