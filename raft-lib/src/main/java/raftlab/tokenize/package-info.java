/**
 * Text to token ids and back, for {@code model} and {@code generate}: tokenizers of Hugging Face
 * folders, a byte tokenizer that needs no files, a trainer of small byte-level BPE vocabularies,
 * and chat templates. Imports core, files, Gson and DJL's tokenizers.
 */
package raftlab.tokenize;
