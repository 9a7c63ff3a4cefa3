/**
 * The decoder family: configuration and weights in the Hugging Face layout, one set of parameters
 * for sampling and training. Below generate and train, above weights, tokenize and tensor.
 */
package raftlab.model;
