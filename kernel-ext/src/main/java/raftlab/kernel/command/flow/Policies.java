package raftlab.kernel.command.flow;

import raftlab.core.Policy;
import raftlab.core.UserError;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.model.DecoderPolicy;

/** Finds policies by name. */
final class Policies {

  private Policies() {}

  /** Returns the decoder of a name, or the last policy if it is null. */
  static DecoderPolicy decoder(Session session, String name) {
    Policy policy = session.get(Kinds.POLICY, name);
    if (policy instanceof DecoderPolicy decoder) {
      return decoder;
    }
    throw new UserError(policy.id() + " is not a decoder", "", "Load one: model NAME --preset tiny");
  }
}
