/**
 * Weights on disk in the safetensors format, and nothing of what they mean: {@link
 * raftlab.weights.Checkpoint} maps the tensors of a model folder for {@code model} to read, {@link
 * raftlab.weights.SafetensorsWriter} writes them back. Files come from strangers, so every number
 * of a header is checked before memory is reserved. Imports only core, files, the JDK and Gson.
 */
package raftlab.weights;
