package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks what Maven Central delivers. Every entry must land below the target. */
final class Archives {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archives() {}

    /** Unpacks the one {@code .txz} inside the one jar of a folder. */
    static void unpackTxzInside(Path folder, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(onlyFile(folder)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new TarArchiveInputStream(new XZInputStream(zip)), target);
                    return;
                }
            }
        }
        throw new LaunchFailure("no .txz in " + onlyFile(folder));
    }

    /** Unpacks the one zip of a folder, without its single top folder. */
    static void unzipInside(Path folder, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(onlyFile(folder)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (!name.isEmpty()) {
                    write(zip, inside(target, name), entry.isDirectory(), name.endsWith(".sh"));
                }
            }
        }
    }

    private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = inside(target, entry.getName());
            if (entry.isSymbolicLink()) {
                inside(
                        target,
                        target.relativize(file.resolveSibling(entry.getLinkName()))
                                .toString());
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                write(tar, file, entry.isDirectory(), (entry.getMode() & OWNER_MAY_EXECUTE) != 0);
            }
        }
    }

    private static void write(InputStream in, Path file, boolean directory, boolean executable) throws IOException {
        if (directory) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
        if (executable) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static Path inside(Path target, String name) {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new LaunchFailure("archive entry outside its folder: " + name);
        }
        return file;
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((one, two) -> {
                        throw new LaunchFailure("expected one file in " + folder);
                    })
                    .orElseThrow(() -> new LaunchFailure("expected one file in " + folder));
        }
    }
}
