import type { Request } from '../../contract/request.ts';
import type { Source } from '../../domain/source.ts';
import { sourceStore } from './store.ts';

/**
 * The sources that the readers of the answer may see: one that is a review which they may not see
 * is none of them.
 */
export async function listSources({
  store,
  directory,
}: Pick<Request, 'store' | 'directory'>): Promise<Source[]> {
  const isSeen = ({ review }: Source) =>
    review === undefined ||
    directory.reviewRefs.includes(review) ||
    directory.lcsprs.some(({ name }) => name === review);
  return (await store(sourceStore).list()).filter(isSeen);
}
