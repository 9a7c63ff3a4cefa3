/**
 * How the embedded base model is made: a tokenizer and a small decoder trained from scratch on the
 * mixed MiniMath corpus. Above data, model and train; nothing else depends on it.
 */
package raftlab.pretrain;
