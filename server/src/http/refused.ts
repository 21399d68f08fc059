import { refusalSentence, type Refusal, type RefusalCode } from '@tablecloth/shared/cafe';

/** A no on its way to a client of the HTTP API. Thrown by routes, answered by `answerRefused`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly refusal: Readonly<{ code: string; sentence: string }>;

  constructor(status: number, refusal: { code: string; sentence: string }) {
    super(refusal.code);
    this.status = status;
    this.refusal = refusal;
  }
}

export function refused(refusal: Refusal, status = statusOf(refusal.code)): Refused {
  return new Refused(status, { ...refusal, sentence: refusalSentence(refusal) });
}

function statusOf(code: RefusalCode): number {
  switch (code) {
    case 'no session':
      return 401;
    case 'not allowed':
    case 'not your page':
      return 403;
    case 'no address':
    case 'no cafe':
    case 'no page':
    case 'no person':
    case 'no table':
      return 404;
    case 'cafe closed':
    case 'cafe deleted':
      return 410;
    case 'too large':
      return 413;
    case 'too fast':
      return 429;
    case 'went wrong':
      return 500;
    case 'not stored':
      return 503;
    case 'not understood':
    case 'name empty':
    case 'name long':
    case 'name unreadable':
    case 'no team':
      return 400;
    default:
      return 409;
  }
}
