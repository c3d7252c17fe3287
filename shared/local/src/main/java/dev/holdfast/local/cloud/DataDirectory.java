package dev.holdfast.local.cloud;

import dev.holdfast.local.cloud.store.AppendLog;
import dev.holdfast.local.cloud.store.ReplacedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the local cloud keeps what must survive; held by one running instance at a time. */
public final class DataDirectory implements AutoCloseable {
    private final Path directory;
    private final boolean temporary;
    private final boolean fresh;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, boolean temporary, boolean fresh, FileChannel lockFile) {
        this.directory = directory;
        this.temporary = temporary;
        this.fresh = fresh;
        this.lockFile = lockFile;
    }

    /** Takes the directory and creates it where there is none. */
    public static DataDirectory take(Path directory) {
        try {
            Files.createDirectories(directory);
            boolean fresh = !Files.exists(directory.resolve("lock"));
            FileChannel lockFile =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lockFile) == null) {
                lockFile.close();
                throw new CannotStart("Another holdfast is running on the data directory " + directory
                        + ": stop it, or name another directory with --data.");
            }
            return new DataDirectory(directory, false, fresh, lockFile);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + directory
                            + " cannot be read and written: give this user the right to, or name another one with --data.",
                    e);
        }
    }

    /** A directory that goes away when it is closed. */
    public static DataDirectory temporary() {
        try {
            Path directory = Files.createTempDirectory("holdfast");
            FileChannel lockFile =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new DataDirectory(directory, true, true, lockFile);
        } catch (IOException e) {
            throw new CannotStart("The directory for temporary files cannot be written.", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path path() {
        return directory;
    }

    /** Whether this is the first start here. */
    public boolean isFresh() {
        return fresh;
    }

    /** The SQLite file; null where nothing shall survive. */
    public @Nullable Path databaseFile() {
        return temporary ? null : directory.resolve("dynamodb.db");
    }

    /** The H2 file; null where nothing shall survive. */
    public @Nullable Path queuesFile() {
        return temporary ? null : directory.resolve("sqs");
    }

    public AppendLog log(String name) {
        return AppendLog.open(directory.resolve(name + ".jsonl"));
    }

    public ReplacedFile file(String name) {
        return new ReplacedFile(directory.resolve(name));
    }

    /** A directory for what is generated anew at each start. */
    public Path generated(String name) {
        try {
            return Files.createDirectories(directory.resolve("generated").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
            if (temporary) {
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
