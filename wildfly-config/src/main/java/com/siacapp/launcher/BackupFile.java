package com.siacapp.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup: a ZIP file with a list of what is in it and, for each table, its rows as PostgreSQL's COPY writes them. It has
 * people's names and hashes of their secrets: only its owner can read it.
 */
final class BackupFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENTS = "contents.json";
    private static final String PRODUCT = "SIAC Assistant";

    private final Path path;

    BackupFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /**
     * What is in it.
     *
     * @param schema the version of the schema that the rows are of
     */
    record Contents(String product, String schema, String made, List<Table> tables) {}

    /** A table's rows: how many, in which columns, and the SHA-256 of how they are written. */
    record Table(String name, List<String> columns, long rows, String sha256) {}

    /** Writes a table's rows; how many. */
    interface Rows {
        long writeTo(OutputStream out) throws IOException;
    }

    /** Writes a backup. It is there when it is whole, or not at all. */
    static final class Writer implements AutoCloseable {

        private final Path target;
        private final Path part;
        private final ZipOutputStream zip;

        private Writer(Path target) throws IOException {
            this.target = target;
            part = target.resolveSibling(target.getFileName() + ".part");
            Files.deleteIfExists(part);
            DataFolder.createPrivate(part);
            zip = new ZipOutputStream(Files.newOutputStream(part));
        }

        Table add(String name, List<String> columns, Rows rows) throws IOException {
            zip.putNextEntry(new ZipEntry(entry(name)));
            var digest = new DigestOutputStream(notClosing(zip), sha256());
            var count = rows.writeTo(digest);
            zip.closeEntry();
            return new Table(
                    name,
                    columns,
                    count,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        }

        void finish(String schema, String made, List<Table> tables) throws IOException {
            zip.putNextEntry(new ZipEntry(CONTENTS));
            zip.write(JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new Contents(PRODUCT, schema, made, tables)));
            zip.close();
            Files.move(part, target);
        }

        @Override
        public void close() throws IOException {
            zip.close();
            Files.deleteIfExists(part);
        }
    }

    Writer write() throws IOException {
        if (Files.exists(path)) {
            throw LaunchException.because("the file " + path + " is there already; choose another name.");
        }
        return new Writer(path);
    }

    /** Reads what is in it, and all of it once: a file that was damaged is refused before anything is restored. */
    Contents verified() throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            var entry = zip.getEntry(CONTENTS);
            if (entry == null) {
                throw LaunchException.because("the file " + path + " is no backup of SIAC.");
            }
            var contents = JSON.readValue(zip.getInputStream(entry), Contents.class);
            for (var table : contents.tables()) {
                requireWhole(zip, table);
            }
            return contents;
        }
    }

    private void requireWhole(ZipFile zip, Table table) throws IOException {
        var entry = zip.getEntry(entry(table.name()));
        if (entry == null || !sha256(zip.getInputStream(entry)).equals(table.sha256())) {
            throw LaunchException.because(
                    "the backup " + path + " is damaged (table " + table.name() + "); take another one.");
        }
    }

    /** Gives each table's rows to whoever loads them. */
    void forEach(Contents contents, Loading loading) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            for (var table : contents.tables()) {
                try (var rows = zip.getInputStream(zip.getEntry(entry(table.name())))) {
                    loading.load(table, rows);
                }
            }
        }
    }

    /** Loads a table's rows. */
    interface Loading {
        void load(Table table, InputStream rows) throws IOException;
    }

    private static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    private static OutputStream notClosing(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    private static String sha256(InputStream in) throws IOException {
        var digest = sha256();
        try (var read = new DigestInputStream(in, digest)) {
            read.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
