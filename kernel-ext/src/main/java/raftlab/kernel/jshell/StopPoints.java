package raftlab.kernel.jshell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Adds a {@link StopPoint} to the start of each method and to each jump back, which every loop has:
 * Java stops no thread from outside since version 20, and interrupts are only heeded by code that
 * waits.
 */
final class StopPoints {

  private static final String OWNER = Type.getInternalName(StopPoint.class);

  private StopPoints() {}

  /** Returns the class with its points; as it is if its Java is newer than this can read. */
  static byte[] addedTo(byte[] classFile) {
    ClassReader reader;
    try {
      reader = new ClassReader(classFile);
    } catch (IllegalArgumentException newer) {
      return classFile;
    }
    // The call takes and leaves nothing: frames and stack sizes stay what they are.
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new InClass(writer), 0);
    return writer.toByteArray();
  }

  private static final class InClass extends ClassVisitor {

    InClass(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new InMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class InMethod extends MethodVisitor {

    private final Set<Label> before = new HashSet<>();

    InMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      addPoint();
    }

    @Override
    public void visitLabel(Label label) {
      before.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      if (before.contains(target)) {
        addPoint();
      }
      super.visitJumpInsn(opcode, target);
    }

    private void addPoint() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "pass", "()V", false);
    }
  }
}
