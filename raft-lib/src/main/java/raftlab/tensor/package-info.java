/**
 * The few tensor operations that DJL lacks or makes easy to get wrong: the fused kernels, made by
 * {@code src/main/torchscript/kernels.py}, and the engine's start. Numbers enter a kernel as native
 * scalars, never as an array over Java memory, so that nothing autograd has saved can be freed
 * under it.
 */
package raftlab.tensor;
