package org.minqing.command.attachment;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** So much may one program, or one person through a program, store in a day. */
final class Quota {
    private final JdbcClient jdbc;
    private final int files;
    private final int mebibytes;

    Quota(DataSource dataSource, int files, int mebibytes) {
        this.jdbc = JdbcClient.create(dataSource);
        this.files = files;
        this.mebibytes = mebibytes;
    }

    /** Counts a file; 429 {@code attachment-quota} where it would be one too many, and nothing is counted. */
    void take(Sender sender, LocalDate day, long bytes) {
        long most = (long) mebibytes << 20;
        int taken = bytes > most || files < 1
                ? 0
                : jdbc.sql("""
                                insert into attachment.usage as u (client, day, files, bytes) values (?, ?, 1, ?)
                                on conflict (client, day) do update set files = u.files + 1, bytes = u.bytes + excluded.bytes
                                where u.files < ? and u.bytes + excluded.bytes <= ?
                                """).params(whose(sender), day, bytes, files, most).update();
        if (taken == 0) {
            throw Refusal.content(429, "attachment-quota", mebibytes, files);
        }
    }

    /** The file was not stored after all. */
    void giveBack(Sender sender, LocalDate day, long bytes) {
        jdbc.sql("update attachment.usage set files = files - 1, bytes = bytes - ? where client = ? and day = ?")
                .params(bytes, whose(sender), day)
                .update();
    }

    /** Who signs in through the pages shares nothing with others who do. */
    private static String whose(Sender sender) {
        return sender.client().equals(sender.actor()) ? sender.client() : sender.client() + "/" + sender.actor();
    }
}
