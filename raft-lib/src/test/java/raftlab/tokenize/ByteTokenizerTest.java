package raftlab.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteTokenizerTest {

  @Property(tries = 200)
  void decodesWhatItEncoded(@ForAll String text) {
    ByteTokenizer tokenizer = new ByteTokenizer();
    assertEquals(WellFormed.text(text), tokenizer.decode(tokenizer.encode(text)));
  }

  @Test
  void skipsSpecialTokensAndShowsBytesInTheAlphabet() {
    ByteTokenizer tokenizer = new ByteTokenizer();
    assertEquals("ab", tokenizer.decode(new int[] {97, 256, 98, 257}));
    assertEquals("Ġ", tokenizer.tokenText(' '));
    assertEquals(Optional.of(256), tokenizer.idOf("<|endoftext|>"));
    assertThrows(IllegalArgumentException.class, () -> tokenizer.tokenText(258));
  }

  @Test
  void isTheSameTokenizerAfterItWasSaved(@TempDir Path folder) {
    ByteTokenizer tokenizer = new ByteTokenizer();
    tokenizer.save(folder);
    HfTokenizer loaded = HfTokenizer.load(folder);
    String text = "7 × 6 = 42\n😀\0";
    assertArrayEquals(tokenizer.encode(text), loaded.encode(text));
    assertArrayEquals(tokenizer.endIds(), loaded.endIds());
    assertEquals(tokenizer.padId(), loaded.padId());
    assertEquals(tokenizer.size(), loaded.size());
  }
}
