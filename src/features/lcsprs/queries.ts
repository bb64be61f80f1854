export { describeLcsprEvent } from './describe-event.ts';
export { findLcspr } from './find-lcspr.ts';
export {
  describeAllPublications,
  describePublication,
  describePublicationOf,
  lcsprsCovering,
  publicationDeadline,
  publicationFacts,
} from './publication.ts';
export { lcsprAnswer } from './show-lcspr.ts';
