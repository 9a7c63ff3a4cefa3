package raftlab.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Seeds;
import raftlab.core.UserError;

class BpeTrainerTest {

  private static final List<String> SAMPLE =
      List.of(
          "What is 12 + 30? The answer is \\boxed{42}.",
          "What is 7 * 6? The answer is \\boxed{42}.\n\nDone.",
          "größer größer größer");

  @TempDir Path folder;

  @Test
  void mergesTheMostFrequentPairFirstAndTiesByText() {
    TrainedBpe bpe = BpeTrainer.train(List.of("bc bc ad ad xy xy xy"), 260);
    assertEquals(List.of("xy", "Ġxy"), tokens(bpe).subList(256, 258));
    TrainedBpe tied = BpeTrainer.train(List.of("bc\nad\nbc\nad"), 259);
    assertEquals("ad", tied.tokens().get(256));
  }

  @Test
  void shortensTextLikeItsSampleAndReadsItBack() {
    HfTokenizer tokenizer = trained();
    String text = "What is 81 + 2? The answer is \\boxed{83}.";
    int[] ids = tokenizer.encode(text);
    assertTrue(ids.length < text.length() / 2, ids.length + " tokens");
    assertEquals(text, tokenizer.decode(ids));
  }

  @Test
  void keepsEveryDigitOnItsOwnAndABlankWithItsWord() {
    HfTokenizer tokenizer = trained();
    List<String> tokens =
        IntStream.of(tokenizer.encode(" answer 4242")).mapToObj(tokenizer::tokenText).toList();
    assertEquals(List.of("Ġanswer", "Ġ", "4", "2", "4", "2"), tokens);
  }

  @Test
  void readsBackAnyTextEmojiAndControlCharactersIncluded() {
    HfTokenizer tokenizer = trained();
    for (int i = 0; i < 300; i++) {
      String text = anyText(Seeds.derive(7, i));
      assertEquals(text, tokenizer.decode(tokenizer.encode(text)));
    }
    assertEquals("👩‍👩‍👧 \0 größer", tokenizer.decode(tokenizer.encode("👩‍👩‍👧 \0 größer")));
    assertEquals("a\uFFFDb", tokenizer.decode(tokenizer.encode("a\uD800b")));
    assertEquals("", tokenizer.decode(tokenizer.encode("")));
  }

  @Test
  void learnsTheSameWhateverTheOrderOfTheTexts() {
    List<String> reversed = List.of(SAMPLE.get(2), SAMPLE.get(1), SAMPLE.get(0));
    assertEquals(BpeTrainer.train(SAMPLE, 300).tokens(), BpeTrainer.train(reversed, 300).tokens());
  }

  @Test
  void stopsWhenNoPairOccursTwice() {
    assertEquals(258, BpeTrainer.train(List.of("abcdef"), 768).size());
  }

  @Test
  void refusesAVocabularySmallerThanTheBytes() {
    UserError error = assertThrows(UserError.class, () -> BpeTrainer.train(SAMPLE, 257));
    assertTrue(error.what().contains("257"), error.what());
  }

  @Test
  void endsAndFillsWithItsTwoSpecialTokens() {
    HfTokenizer tokenizer = trained();
    assertArrayEquals(new int[] {tokenizer.size() - 2}, tokenizer.endIds());
    assertEquals(tokenizer.size() - 1, tokenizer.padId());
    assertEquals("<|pad|>", tokenizer.tokenText(tokenizer.padId()));
    int[] withEnd = {tokenizer.idOf("a").orElseThrow(), tokenizer.endIds()[0]};
    assertEquals("a", tokenizer.decode(withEnd));
    assertArrayEquals(withEnd, tokenizer.encode("a<|endoftext|>"));
  }

  private HfTokenizer trained() {
    BpeTrainer.train(SAMPLE, 320).save(folder);
    return HfTokenizer.load(folder);
  }

  private static List<String> tokens(TrainedBpe bpe) {
    return bpe.tokens();
  }

  private static String anyText(long seed) {
    StringBuilder text = new StringBuilder();
    int length = Seeds.below(seed, 0, 30);
    for (int i = 1; i <= length; i++) {
      int[] bounds = {0x80, 0x500, 0xD800, 0x1F6FF};
      int point = Seeds.below(seed, 2L * i, bounds[Seeds.below(seed, 2L * i + 1, bounds.length)]);
      text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
    }
    return text.toString();
  }
}
