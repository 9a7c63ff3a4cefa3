package raftlab.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/** Words that name a mathematical object: "all real numbers", "no solution", "infinity". */
final class WordAnswers {

  private static final Map<String, Node> MEANINGS = new HashMap<>();

  static {
    Node infinity = new Sym("infty");
    Node minus = Op.of("neg", infinity);
    Node reals = new Bracketed('(', ')', List.of(minus, infinity));
    Node nothing = new Several(Several.Kind.SET, List.of());
    for (String words : "allrealnumbers allreals allrealvalues therealnumbers".split(" ")) {
      MEANINGS.put(words, reals);
    }
    for (String words :
        ("nosolution nosolutions norealsolution norealsolutions emptyset theemptyset none"
                + " nosolutionexists nosolutionsexist thereisnosolution therearenosolutions")
            .split(" ")) {
      MEANINGS.put(words, nothing);
    }
    for (String words : "infinitelymany infinitelymanysolutions infinitesolutions".split(" ")) {
      MEANINGS.put(words, new Text("infinitely many"));
    }
    for (String words : "dne doesnotexist".split(" ")) {
      MEANINGS.put(words, new Text("does not exist"));
    }
    for (String words : "allintegers theintegers integers".split(" ")) {
      MEANINGS.put(words, new Sym("set Z"));
    }
    MEANINGS.put("infinity", infinity);
    MEANINGS.put("positiveinfinity", infinity);
    MEANINGS.put("negativeinfinity", minus);
    MEANINGS.put("minusinfinity", minus);
  }

  private WordAnswers() {}

  /** Returns what the words of a normalised answer name, or null. */
  static Node read(String normalised) {
    return Words.areWords(normalised) ? MEANINGS.get(Words.plain(normalised)) : null;
  }
}
