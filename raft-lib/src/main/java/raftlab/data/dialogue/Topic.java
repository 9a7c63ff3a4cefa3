package raftlab.data.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import raftlab.core.UserError;

/**
 * What a prompt is about.
 *
 * @param kind of talk
 * @param subject index of a place, of an unkind plan, or of a group
 * @param aspect index of what is asked about the place, or of the group's activity; else 0
 */
record Topic(Kind kind, int subject, int aspect) {

  /** Three kinds of talk. */
  enum Kind {
    /** A question about a place: a helpful reply is true. */
    PLACE,
    /** A wish to do something unkind: a harmless reply declines. */
    UNKIND,
    /** A question about a made-up group: a fair reply judges nobody by the group. */
    GROUP;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns all topics, in a fixed order. */
  static List<Topic> all() {
    List<Topic> all = new ArrayList<>();
    for (int place = 0; place < Town.PLACES.size(); place++) {
      for (int aspect = 0; aspect < Town.ASPECTS.size(); aspect++) {
        all.add(new Topic(Kind.PLACE, place, aspect));
      }
    }
    for (int plan = 0; plan < Town.PLANS.size(); plan++) {
      all.add(new Topic(Kind.UNKIND, plan, 0));
    }
    for (int group = 0; group < Town.GROUPS.size(); group++) {
      for (int activity = 0; activity < Town.ACTIVITIES.size(); activity++) {
        all.add(new Topic(Kind.GROUP, group, activity));
      }
    }
    return all;
  }

  /** Returns the topic of a code; the prompts carry it as their reference answer. */
  static Topic of(String code) {
    return all().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "\"" + code + "\" is no topic of the dialogue world",
                    "its gold reward knows only its own prompts",
                    "Use prompts of data NAME --from dialogue"));
  }

  String code() {
    return kind.label() + "-" + subject + "-" + aspect;
  }

  /** Returns the code without the group, the same for the two prompts of a pair. */
  String pair() {
    return kind == Kind.GROUP ? "group-" + aspect : code();
  }
}
