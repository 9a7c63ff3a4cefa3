package raftlab.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;

class CheckpointTest {

  @TempDir Path folder;

  @Test
  void opensASingleFile() {
    Tensors.writePair(folder.resolve(Checkpoint.SINGLE));
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      assertEquals(Set.of("a.weight", "b.mask"), checkpoint.names());
      assertEquals(2f, checkpoint.slice("a.weight", 4, 4).getFloat());
      assertEquals("pt", checkpoint.metadata().get("format"));
    }
  }

  @Test
  void findsEachTensorInItsShard() {
    writeShard("s-1.safetensors", Tensors.floats("a", 1));
    writeShard("s-2.safetensors", Tensors.floats("b", 2));
    writeIndex("{\"a\":\"s-1.safetensors\",\"b\":\"s-2.safetensors\"}");
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      assertEquals(Set.of("a", "b"), checkpoint.names());
      assertEquals(2f, checkpoint.bytes("b").getFloat());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"a\":\"../s-1.safetensors\"}' | tensor a is in \"../s-1.safetensors\", expected NAME",
        "'{\"a\":7}'                      | tensor a is in 7, expected NAME",
        "'{\"c\":\"s-1.safetensors\"}'    | tensor c is not in s-1.safetensors",
        "'{}'                             | it has no weight_map",
        "'[]'                             | it has no weight_map",
      })
  void refusesAnIndexThatIsNotSound(String weightMap, String expected) {
    writeShard("s-1.safetensors", Tensors.floats("a", 1));
    writeIndex(weightMap);
    UserError error = assertThrows(UserError.class, () -> Checkpoint.open(folder));
    assertTrue(error.what().contains(expected), error.what());
  }

  @Test
  void tellsWhatAFolderWithoutWeightsShouldHold() {
    UserError error = assertThrows(UserError.class, () -> Checkpoint.open(folder));
    assertTrue(error.known().contains(Checkpoint.INDEX), error.known());
  }

  private void writeShard(String name, NamedTensor tensor) {
    SafetensorsWriter.write(folder.resolve(name), List.of(tensor), Map.of());
  }

  private void writeIndex(String weightMap) {
    AtomicFile.writeText(
        folder.resolve(Checkpoint.INDEX), "{\"metadata\":{},\"weight_map\":" + weightMap + "}");
  }
}
