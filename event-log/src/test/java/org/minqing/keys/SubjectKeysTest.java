package org.minqing.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.log.LogSchema;
import org.minqing.log.SealedNotes;
import org.minqing.log.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class SubjectKeysTest {
    private static TestDatabase database;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        KeysSchema.migrate(database.owner());
        LogSchema.open(database.command());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(database.owner())
                .sql("alter table keys.master disable trigger append_only;"
                        + " truncate keys.master, keys.subject_key, keys.exact_match;"
                        + " alter table keys.master enable always trigger append_only")
                .update();
        file = folder.resolve("master.key");
    }

    @Test
    void what_is_sealed_for_a_subject_opens_again_later() {
        SealedText sealed = open().ensure(List.of("person:a")).seal("person:a", "张三");
        assertThat(sealed.subject()).isEqualTo("person:a");
        assertThat(sealed.alg()).isEqualTo("A256GCM");
        assertThat(sealed.iv()).hasSize(16);
        assertThat(open().find(List.of("person:a")).open(sealed)).contains("张三");
    }

    @Test
    void the_same_text_is_sealed_another_way_each_time() {
        KeyRing keys = open().ensure(List.of("person:a"));
        assertThat(keys.seal("person:a", "张三")).isNotEqualTo(keys.seal("person:a", "张三"));
    }

    @Test
    void a_text_does_not_open_for_another_subject() {
        KeyRing keys = open().ensure(List.of("person:a", "person:b"));
        SealedText sealed = keys.seal("person:a", "张三");
        SealedText renamed = new SealedText(1, "person:b", sealed.alg(), sealed.iv(), sealed.ct());
        assertThatThrownBy(() -> keys.open(renamed)).isInstanceOf(WrongKey.class);
        SealedText changed = new SealedText(1, "person:a", sealed.alg(), sealed.iv(), "A" + sealed.ct());
        assertThatThrownBy(() -> keys.open(changed)).isInstanceOf(WrongKey.class);
    }

    @Test
    void many_requests_at_once_agree_on_one_key() throws Exception {
        SubjectKeys keys = open();
        List<Callable<KeyRing>> tasks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tasks.add(() -> keys.ensure(List.of("person:x", "person:a", "household:h")));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            SealedText sealed = keys.ensure(List.of("person:a")).seal("person:a", "张三");
            for (Future<KeyRing> key : threads.invokeAll(tasks)) {
                assertThat(key.get().open(sealed)).contains("张三");
            }
        }
    }

    @Test
    void an_erased_subject_has_no_key_and_gets_none() {
        SubjectKeys keys = open();
        keys.ensure(List.of("person:a", "person:b"));
        index(keys, new SubjectKeys.Findable("name", "person:a", "张三"));
        keys.erase(List.of("person:a", "person:never"));
        assertThat(keys.find(List.of("person:a", "person:b"))).hasToString("KeyRing[person:b]");
        assertThat(keys.ensure(List.of("person:a", "person:never", "person:b"))).hasToString("KeyRing[person:b]");
        assertThat(keys.findExactly("name", "张三")).isEmpty();
        index(keys, new SubjectKeys.Findable("name", "person:a", "张三"));
        assertThat(keys.findExactly("name", "张三")).isEmpty();
    }

    @Test
    void a_subject_is_found_by_the_whole_of_a_text() {
        SubjectKeys keys = open();
        keys.ensure(List.of("person:a", "person:b"));
        index(
                keys,
                new SubjectKeys.Findable("name", "person:a", "张三"),
                new SubjectKeys.Findable("name", "person:b", "张三"),
                new SubjectKeys.Findable("phone", "person:b", "张三"));
        assertThat(keys.findExactly("name", "张三")).containsExactlyInAnyOrder("person:a", "person:b");
        assertThat(keys.findExactly("name", "张")).isEmpty();
        assertThat(SubjectKeys.alike("张 三A", " 张\u3000 三Ａ")).isTrue();
        assertThat(SubjectKeys.alike("张 三", "张三")).isFalse();
    }

    @Test
    void a_drafted_key_stands_when_what_it_sealed_is_appended() {
        SubjectKeys keys = open();
        DraftedKeys drafted = keys.draft(List.of("person:new"));
        SealedText sealed = drafted.ring().seal("person:new", "张三");
        assertThat(keys.find(List.of("person:new"))).hasToString("KeyRing[]");
        keep(drafted);
        assertThat(keys.find(List.of("person:new")).open(sealed)).contains("张三");
        assertThat(keys.draft(List.of("person:new")).rows().keys()).isEmpty();
        assertThat(keys.draft(List.of("person:new")).ring().open(sealed)).contains("张三");
    }

    @Test
    void of_two_who_draft_a_key_for_one_subject_the_later_is_to_seal_again() {
        SubjectKeys keys = open();
        DraftedKeys one = keys.draft(List.of("person:both"));
        DraftedKeys two = keys.draft(List.of("person:both", "person:else"));
        keep(one);
        assertThatThrownBy(() -> keep(two)).isInstanceOf(ConcurrencyException.class);
        SealedText sealed = one.ring().seal("person:both", "张三");
        DraftedKeys again = keys.draft(List.of("person:both", "person:else"));
        assertThat(again.ring().open(sealed)).contains("张三");
        keep(again);
    }

    @Test
    void nothing_is_appended_under_a_key_whose_subject_was_erased_meanwhile() {
        SubjectKeys keys = open();
        DraftedKeys drafted = keys.draft(List.of("person:gone"));
        keys.index(drafted, List.of(new SubjectKeys.Findable("name", "person:gone", "李四")));
        keys.erase(List.of("person:gone"));
        assertThatThrownBy(() -> keep(drafted)).isInstanceOf(ConcurrencyException.class);
        assertThat(keys.findExactly("name", "李四")).isEmpty();
        assertThat(keys.draft(List.of("person:gone")).ring().has("person:gone")).isFalse();
    }

    private static void index(SubjectKeys keys, SubjectKeys.Findable... texts) {
        DraftedKeys drafted = keys.draft(List.of());
        keys.index(drafted, List.of(texts));
        keep(drafted);
    }

    private static void keep(DraftedKeys drafted) {
        try (SealedNotes notes = new SealedNotes(database)) {
            notes.append(UUID.randomUUID().toString(), drafted.rows());
        }
    }

    @Test
    void the_query_role_reads_keys_and_makes_none() {
        SealedText sealed = open().ensure(List.of("person:a")).seal("person:a", "张三");
        SubjectKeys reader = SubjectKeys.openToRead(database.query(), file);
        assertThat(reader.find(List.of("person:a")).open(sealed)).contains("张三");
        assertThatThrownBy(() -> reader.ensure(List.of("person:b")))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_first_start_makes_a_file_for_its_owner_alone() throws IOException {
        open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(f -> f.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws IOException {
        open();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::open).hasMessageContaining("chmod 600");
    }

    @Test
    void a_lost_file_stops_the_start_once_there_are_keys() throws IOException {
        open().ensure(List.of("person:a"));
        Files.delete(file);
        assertThatThrownBy(this::open).hasMessageContaining("bring").hasMessageContaining("back");
        assertThat(file).doesNotExist();
    }

    @Test
    void another_file_in_its_place_stops_the_start() throws IOException {
        open().ensure(List.of("person:a"));
        Files.delete(file);
        MasterKeys.make(file);
        assertThatThrownBy(this::open).hasMessageContaining("not the one");
    }

    @Test
    void a_new_master_key_wraps_new_keys_and_the_old_one_still_opens() throws IOException {
        SealedText old = open().ensure(List.of("person:a")).seal("person:a", "张三");
        String second = Files.readString(file).lines().toList().getLast().replaceFirst("1=..", "2=AA");
        Files.writeString(file, Files.readString(file) + second + "\n");
        SubjectKeys keys = open();
        keys.ensure(List.of("person:b"));
        assertThat(keys.masters().current()).isEqualTo(2);
        assertThat(keys.find(List.of("person:a")).open(old)).contains("张三");
        assertThat(JdbcClient.create(database.query())
                        .sql("select master from keys.subject_key where subject = 'person:b'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothing_shows_a_key_or_a_text() {
        SubjectKeys keys = open();
        KeyRing ring = keys.ensure(List.of("person:a"));
        assertThat(ring).hasToString("KeyRing[person:a]");
        assertThat(ring.seal("person:a", "张三")).hasToString("SealedText[person:a]");
        assertThat(keys.masters()).hasToString("MasterKeys[1]");
        assertThat(new SubjectKeys.Findable("name", "person:a", "张三").toString())
                .doesNotContain("张三");
    }

    private SubjectKeys open() {
        return SubjectKeys.open(database.command(), file);
    }
}
