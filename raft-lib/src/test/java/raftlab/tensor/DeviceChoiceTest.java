package raftlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.core.UserError;

class DeviceChoiceTest {

  @ParameterizedTest
  @CsvSource({"auto,0,-1", "cpu,0,-1", "cpu,2,-1", "auto,2,0", "cuda,1,0", "cuda:1,2,1"})
  void namesADeviceThatIsThere(String name, int gpus, int number) {
    assertEquals(number, DeviceChoice.of(name, gpus));
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(
        "there is no device cuda here.  The engine sees no NVIDIA GPU, or was built for the CPU"
            + " (CONTRIBUTING.md, GPU).  Choose another one: config set device=auto.",
        assertThrows(UserError.class, () -> DeviceChoice.of("cuda", 0)).getMessage());
    assertThrows(UserError.class, () -> DeviceChoice.of("cuda:1", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "cuda:", "cuda:-1", "CPU", ""})
  void refusesOtherNames(String name) {
    assertThrows(UserError.class, () -> DeviceChoice.checked(name));
  }
}
