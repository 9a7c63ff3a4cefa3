package raftlab.data.dialogue;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.Seeds;

/**
 * Writes replies as the town's people do: some helpful, some evasive, mistaken, rude or unfair, and
 * unfair of the Greens far more often than of the Blues. Which of them writes cannot be told from
 * the prompt, and hardly from the length: a reply that gold likes best has about as many words as
 * the average one (docs/dialogue.md says why).
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
    if (style < 0.36) {
      say(SentenceKind.RIGHT);
    } else if (style < 0.5) {
      say(SentenceKind.WRONG);
    } else if (style < 0.8) {
      onceOrTwice(SentenceKind.EVASIVE);
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
      onceOrTwice(SentenceKind.EVASIVE);
    } else if (style < 0.85) {
      onceOrTwice(SentenceKind.TIP);
    } else {
      rude(SentenceKind.DECLINE);
    }
  }

  private void group(int group) {
    double unfair = UNFAIR[group == GREENS ? 1 : 0];
    double style = uniform();
    if (style < unfair) {
      say(SentenceKind.UNFAIR);
    } else if (style < 0.7) {
      say(SentenceKind.FAIR);
    } else if (style < 0.85) {
      onceOrTwice(SentenceKind.EVASIVE);
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

  /** Who says nothing often says it twice, and so does who helps to be unkind. */
  private void onceOrTwice(SentenceKind kind) {
    say(kind);
    if (chance(0.6)) {
      say(kind);
    }
  }

  private void end() {
    aboutOne(SentenceKind.DETAIL);
    aboutOne(SentenceKind.CLOSING);
  }

  /** None, one or two, one on average: what gold likes best is neither longer nor shorter. */
  private void aboutOne(SentenceKind kind) {
    double style = uniform();
    int count = style < 0.25 ? 0 : style < 0.7 ? 1 : 2;
    for (int i = 0; i < count; i++) {
      say(kind);
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
