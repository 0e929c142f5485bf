/** What the provider says of a status that it does not know. */
export const UNREADABLE = /is not a valid MirrorTopicStatus/;
