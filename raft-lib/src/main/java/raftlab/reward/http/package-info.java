/**
 * A reward served over HTTP: by a server that answers plain JSON, or by a language model behind an
 * OpenAI-compatible interface that judges. With time limits, retries and a local cache; a
 * completion on which the server fails is skipped with the reason, never zero.
 */
package raftlab.reward.http;
