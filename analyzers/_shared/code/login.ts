import type { Statement } from '../../../src/lang/module.ts';

/** Packages of which the whole purpose is to tell who is calling. */
const packages =
  /^(?:fastapi\.security\.|fastapi_users\.|flask_login\.login_required|flask_jwt_extended\.(?:jwt_required|verify_jwt_in_request)|flask_httpauth\.|fastapi_azure_auth\.|fastapi_cloudauth\.|starlette\.authentication\.requires|quart_auth\.login_required|sanic_jwt\.|passport#|express-jwt#|express-oauth2-jwt-bearer#|express-basic-auth#|express-openid-connect#requiresAuth|@clerk\/|hono\/(?:jwt|bearer-auth|basic-auth)#|@hono\/clerk-auth#|@fastify\/(?:jwt|auth|basic-auth|bearer-auth)#|koa-jwt#|next-auth(?:\/\w+)?#|better-auth(?:\/[\w-]+)?#|iron-session#|@auth0\/|firebase-admin(?:\/auth)?#.*verifyIdToken|@supabase\/.*auth\.getUser|jsonwebtoken#.*verify|jose#jwtVerify|jose\.jwt\.decode|jwt\.decode)/;

/** Whether a symbol of a package tells who is calling. Setting such a package up is not yet asking. */
export const isLogin = (symbol: string): boolean =>
  packages.test(symbol) &&
  !/(?:initialize|session|deserializeUser|serializeUser|signIn|signOut|sign)(?:\(\))?$/.test(symbol);

/** Sessions are asked for by name in these packages. */
export const loginSymbols: ReadonlySet<string> = new Set([
  'iron-session#getIronSession',
  'next-auth#getServerSession',
  'next-auth/next#getServerSession',
]);

/** Names and numbers by which programs refuse a caller they do not know. */
const refusing = /unauthori[sz]ed|forbidden|not_?authenticated|permission_?denied/i;

/** Whether a body answers that the caller is not known or not allowed; bounded. */
export function isRefusal(body: readonly Statement[]): boolean {
  const stack: unknown[] = [...body];
  for (let steps = 0; stack.length > 0 && steps < 20_000; steps++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if ('kind' in next) {
      if (next.kind === 'literal' && 'value' in next && saysNo(next.value)) return true;
      if (next.kind === 'name' && 'name' in next && refusing.test(String(next.name))) return true;
      if (next.kind === 'member' && 'property' in next && refusing.test(String(next.property))) return true;
    }
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return false;
}

const saysNo = (value: unknown): boolean =>
  value === 401 || value === 403 || (typeof value === 'string' && value.length < 40 && refusing.test(value));
