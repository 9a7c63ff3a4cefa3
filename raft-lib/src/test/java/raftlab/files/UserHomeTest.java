package raftlab.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHomeTest {

  @Test
  void theVariableWinsOverThePasswordFile() {
    assertEquals(Path.of("/home/a"), UserHome.of(Map.of("HOME", "/home/a"), "/home/b"));
    assertEquals(Path.of("/home/b"), UserHome.of(Map.of("HOME", " "), "/home/b"));
    assertEquals(Path.of("/home/b"), UserHome.of(Map.of(), "/home/b"));
  }
}
