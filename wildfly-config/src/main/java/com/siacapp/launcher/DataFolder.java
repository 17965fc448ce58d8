package com.siacapp.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a first run keeps between starts: the database, the secrets drawn for it, the server's own files. Only their
 * owner can read the secrets, and only one launcher at a time uses the folder.
 */
final class DataFolder implements AutoCloseable {

    private static final String OWNER_ALONE = "rw-------";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 12;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            tighten(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw LaunchException.because("another SIAC already runs on the data folder " + folder
                        + "; stop it first, or give this one a folder of its own with --data.");
            }
            return new DataFolder(folder, channel, lock);
        } catch (IOException unusable) {
            throw LaunchException.because(
                    "the data folder " + folder + " cannot be used (" + LaunchException.reason(unusable) + ").");
        }
    }

    /**
     * Nobody else looks into a folder of ours. Somebody else's that we may write to, such as a container's volume, stays
     * as it is: each secret is in a file of its owner alone, and PostgreSQL makes its own folder so.
     */
    private static void tighten(Path folder) {
        try {
            restrict(folder, "rwx------");
        } catch (IOException somebodyElses) {
            // Whether we may write to it is seen next.
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path server() {
        return folder.resolve("server");
    }

    /** Drawn at the first start. The stored keys cannot be read without it. */
    String encryptionKey() {
        return property("secrets.properties", "encryption.key", () -> random(KEY_BYTES));
    }

    /** The password of one of the demo tenant's people, such as {@code admin}. */
    String demoPassword(String person) {
        property("demo.properties", person + ".email", () -> person + "@demo.siac.test");
        return property("demo.properties", person + ".password", () -> random(PASSWORD_BYTES));
    }

    Path demoProperties() {
        return folder.resolve("demo.properties");
    }

    private String property(String file, String name, Supplier<String> first) {
        var path = folder.resolve(file);
        try {
            var properties = new Properties();
            if (Files.exists(path)) {
                // It may have been put there by somebody else: then this fails.
                restrict(path, OWNER_ALONE);
                try (var reader = Files.newBufferedReader(path)) {
                    properties.load(reader);
                }
            }
            var known = properties.getProperty(name);
            if (known != null) {
                return known;
            }
            var drawn = first.get();
            properties.setProperty(name, drawn);
            store(properties, path);
            return drawn;
        } catch (IOException | IllegalArgumentException unusable) {
            throw LaunchException.because(
                    "the file " + path + " cannot be used (" + LaunchException.reason(unusable) + ").");
        }
    }

    /** The file is private from its first byte on, not only afterwards. */
    private static void store(Properties properties, Path path) throws IOException {
        if (!Files.exists(path)) {
            createPrivate(path);
        }
        try (var writer = Files.newBufferedWriter(path)) {
            properties.store(writer, "Made by the launcher at the first start.");
        }
    }

    /** An empty file that only its owner can read. */
    static void createPrivate(Path path) throws IOException {
        if (isPosix(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE)));
        } else {
            Files.createFile(path);
        }
    }

    private static String random(int bytes) {
        var drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return (bytes == KEY_BYTES ? Base64.getEncoder() : Base64.getUrlEncoder()).encodeToString(drawn);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
