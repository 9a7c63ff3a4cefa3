package raftlab.weights;

import java.util.Map;

/**
 * A checked header.
 *
 * @param tensors by name, in the order of their bytes
 * @param metadata the file's own key and value pairs
 * @param dataStart the offset of the first tensor's bytes in the file
 */
record Header(Map<String, Placed> tensors, Map<String, String> metadata, long dataStart) {}
