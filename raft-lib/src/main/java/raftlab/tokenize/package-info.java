/**
 * Text to token ids and back: Hugging Face's tokenizer.json, and a trainer of small byte-level
 * vocabularies.
 */
package raftlab.tokenize;
