package org.minqing.command.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.attachment.Contents;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.door.UploadDoor;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One file on its way in: sealed before it is kept. */
final class Upload implements UploadDoor.Upload {
    private final SubjectKeys keys;
    private final Contents contents;
    private final Quota quota;
    private final SentFile file;
    private final Sending sending;
    private final @Nullable UUID subjectId;
    private final @Nullable String name;
    private final Kind kind;
    private @Nullable String kept;
    private Runnable counted = () -> {};

    Upload(SubjectKeys keys, Contents contents, Quota quota, SentFile file, Sending sending) {
        this.keys = keys;
        this.contents = contents;
        this.quota = quota;
        this.file = file;
        this.sending = sending;
        this.subjectId = Subjects.id(sending.subjectType(), sending.subjectId());
        this.name = sending.called(file);
        this.kind = Kind.of(file.content());
    }

    @Override
    public ObjectNode asSent() {
        return object().put("subjectType", sending.subjectType())
                .put("subjectId", subjectId == null ? null : subjectId.toString())
                .put("keepLocation", sending.keepLocation())
                .put("name", name)
                .put("content", HexFormat.of().formatHex(sha256(file.content())));
    }

    @Override
    public ObjectNode asMeant() {
        ObjectNode command = object();
        if (sending.subjectType() != null && subjectId != null) {
            command.put(Subjects.field(sending.subjectType()), subjectId.toString());
        }
        return command.put("mediaType", kind.mediaType()).put("bytes", file.content().length);
    }

    @Override
    public ObjectNode keep(UUID madeId, Sender sender, LocalDate today) {
        byte[] cleaned = kind.cleaned(file.content(), sending.keepLocation());
        String subject = Subjects.sealedUnder(sending.subjectType(), subjectId, madeId);
        KeyRing ring = keys.ensure(Set.of(subject));
        if (!ring.has(subject)) {
            throw Refusal.conflict("subject-erased", subject);
        }
        byte[] sealed = ring.seal(subject, cleaned);
        quota.take(sender, today, sealed.length);
        counted = () -> quota.giveBack(sender, today, sealed.length);
        kept = contents.keep(madeId, sealed);
        ObjectNode command = asMeant();
        if (name != null) {
            SealedText text = ring.seal(subject, name);
            command.set(
                    "name",
                    object().put("subject", text.subject()).put("iv", text.iv()).put("ct", text.ct()));
        }
        return command.put("sealedUnder", subject).put("bytes", sealed.length).put("sha256", kept);
    }

    @Override
    public void drop(UUID madeId) {
        if (kept != null) {
            contents.drop(madeId, kept);
        }
        counted.run();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
