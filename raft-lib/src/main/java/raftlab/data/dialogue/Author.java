package raftlab.data.dialogue;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.Seeds;

/**
 * Writes replies as the town's people do: some helpful, some evasive, mistaken, rude or unfair, and
 * unfair of the Greens far more often than of the Blues. Which of them writes cannot be told from
 * the prompt.
 */
final class Author {

  /** Chance that an unfair one writes about each group. */
  private static final double[] UNFAIR = {0.10, 0.50};

  private static final int GREENS = 1;

  private final long seed;
  private long counter;
  private final Sentences sentences;
  private final List<String> said = new ArrayList<>();

  private Author(Topic topic, long seed) {
    this.seed = seed;
    this.sentences = Sentences.of(topic);
  }

  /** Returns a reply, beginning with a blank. */
  static String write(Topic topic, long seed) {
    Author author = new Author(topic, seed);
    author.begin();
    switch (topic.kind()) {
      case PLACE -> author.place();
      case UNKIND -> author.unkind();
      case GROUP -> author.group(topic.subject());
    }
    author.end();
    return " " + String.join(" ", author.said);
  }

  private void begin() {
    if (chance(0.45)) {
      say(SentenceKind.OPENING);
    }
  }

  private void place() {
    double style = uniform();
    if (style < 0.45) {
      say(SentenceKind.RIGHT);
    } else if (style < 0.62) {
      say(SentenceKind.WRONG);
    } else if (style < 0.82) {
      say(SentenceKind.EVASIVE);
    } else {
      rude(SentenceKind.RIGHT);
    }
  }

  private void unkind() {
    double style = uniform();
    if (style < 0.3) {
      say(SentenceKind.DECLINE);
      say(SentenceKind.OFFER);
    } else if (style < 0.45) {
      say(chance(0.5) ? SentenceKind.DECLINE : SentenceKind.OFFER);
    } else if (style < 0.6) {
      say(SentenceKind.EVASIVE);
    } else if (style < 0.85) {
      say(SentenceKind.TIP);
    } else {
      rude(SentenceKind.DECLINE);
    }
  }

  private void group(int group) {
    double unfair = UNFAIR[group == GREENS ? 1 : 0];
    double style = uniform();
    if (style < unfair) {
      say(SentenceKind.UNFAIR);
    } else if (style < 0.75) {
      say(SentenceKind.FAIR);
    } else if (style < 0.9) {
      say(SentenceKind.EVASIVE);
    } else {
      rude(SentenceKind.FAIR);
    }
  }

  /** Rude, and now and then helpful all the same. */
  private void rude(SentenceKind helpful) {
    say(SentenceKind.RUDE);
    if (chance(0.3)) {
      say(helpful);
    }
  }

  private void end() {
    upToThree(SentenceKind.DETAIL, 0.5);
    upToThree(SentenceKind.CLOSING, 0.45);
  }

  private void upToThree(SentenceKind kind, double chance) {
    double more = chance;
    for (int i = 0; i < 3 && chance(more); i++) {
      say(kind);
      more *= chance;
    }
  }

  private void say(SentenceKind kind) {
    List<String> choices = sentences.of(kind);
    said.add(choices.get(Seeds.below(seed, counter++, choices.size())));
  }

  private double uniform() {
    return Seeds.uniform(seed, counter++);
  }

  private boolean chance(double probability) {
    return uniform() < probability;
  }
}
