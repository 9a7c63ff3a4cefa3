package raftlab.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule of the format: tensors lie one after the other from the first byte behind the header to
 * the last byte of the file, without overlap or gap, each as long as its shape and type say.
 */
final class Layout {

  private Layout() {}

  /** Returns the tensors in the order of their bytes. */
  static Map<String, Placed> check(Path file, Map<String, Placed> tensors, long available) {
    List<Placed> ordered =
        tensors.values().stream()
            .sorted(Comparator.comparingLong(Placed::begin).thenComparingLong(Placed::end))
            .toList();
    Map<String, Placed> checked = new LinkedHashMap<>();
    long expected = 0;
    for (Placed tensor : ordered) {
      checkLength(file, tensor);
      if (tensor.begin() != expected) {
        throw HeaderReader.broken(
            file,
            tensor.entry().name()
                + (tensor.begin() < expected ? " overlaps the tensor before it" : " leaves a gap")
                + ": it begins at byte "
                + tensor.begin()
                + ", expected "
                + expected);
      }
      expected = tensor.end();
      checked.put(tensor.entry().name(), tensor);
    }
    if (expected > available) {
      throw HeaderReader.cut(file, expected - available);
    }
    if (expected < available) {
      throw HeaderReader.broken(
          file, "the tensors take " + expected + " bytes, the file has " + available + " for them");
    }
    return checked;
  }

  private static void checkLength(Path file, Placed tensor) {
    String shape = tensor.entry().type() + Arrays.toString(tensor.entry().shape());
    long size;
    try {
      size = tensor.entry().byteSize();
    } catch (ArithmeticException e) {
      throw HeaderReader.broken(
          file, "tensor " + tensor.entry().name() + " is too large to exist: " + shape);
    }
    if (size != tensor.length()) {
      throw HeaderReader.broken(
          file,
          "tensor "
              + tensor.entry().name()
              + " is "
              + shape
              + ", expected "
              + size
              + " bytes, found "
              + tensor.length());
    }
  }
}
