package raftlab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestTest {

  @Test
  void findsTheNearestWithinTwoEdits() {
    assertEquals(
        Optional.of("--temperature"),
        Suggest.nearest("--temprature", List.of("--temperature", "--top-p")));
    assertEquals(Optional.of("sample"), Suggest.nearest("sampel", List.of("sample", "select")));
    assertEquals(Optional.empty(), Suggest.nearest("banana", List.of("sample", "select")));
  }

  @Test
  void countsSwappedNeighboursAsOneEdit() {
    assertEquals(1, Suggest.distance("sampel", "sample"));
  }

  @Test
  void listsWhatThereIsWhenNothingIsNear() {
    assertEquals("Known: boxed, exact", Suggest.near("zzzzz", List.of("exact", "boxed")));
  }
}
