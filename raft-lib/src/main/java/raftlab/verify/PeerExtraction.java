package raftlab.verify;

import raftlab.verify.Rules.Fallback;
import raftlab.verify.Rules.Protocol;

/**
 * Looks for the answer where the scripts behind published tables look for it, faults included, so
 * that their tables can be reproduced from the text of the responses. Nothing else uses it.
 */
final class PeerExtraction {

  private PeerExtraction() {}

  static Extraction of(Rules rules, String response) {
    if (rules.protocol() == Protocol.MMLU_PRO) {
      boolean fallback = rules.fallback() == Fallback.LAST_NUMBER;
      return new MmluProExtraction(response, rules.choices()).find(fallback);
    }
    return new HarnessExtraction(response).find(rules.protocol() == Protocol.TORA);
  }
}
