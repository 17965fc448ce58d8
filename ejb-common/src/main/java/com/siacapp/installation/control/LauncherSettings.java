package com.siacapp.installation.control;

import com.siacapp.installation.entity.Setting;
import java.nio.file.Path;

/** What the launcher reads, not the server: here so that they are known. */
public interface LauncherSettings {

    Setting<String> JAVA_OPTIONS = new Setting<>(
            "SIAC_JAVA_OPTIONS",
            "options of the JVM separated by spaces",
            "-Xms64m -Xmx192m -XX:MaxNewSize=24m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=128m -XX:NmethodSweepActivity=1 -XX:+ExitOnOutOfMemoryError",
            "How much memory the server's JVM takes, and how it collects garbage.",
            text -> text);

    Setting<Path> TLS_CERTIFICATE = new Setting<>(
            "SIAC_TLS_CERTIFICATE",
            "the path of a PEM file",
            null,
            "The certificate of both host names with its chain, for `serve` without a proxy that ends TLS; read again when it changes.",
            Path::of);

    Setting<Path> TLS_KEY = new Setting<>(
            "SIAC_TLS_KEY",
            "the path of a PEM file",
            null,
            "The certificate's key, unencrypted, in PKCS #8.",
            Path::of);
}
