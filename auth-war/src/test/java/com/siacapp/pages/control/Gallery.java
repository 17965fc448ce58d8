package com.siacapp.pages.control;

import com.siacapp.pages.entity.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes every sample page to the given folder, to be looked at in a browser beside {@code assets/}. */
final class Gallery {

    private Gallery() {}

    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]));
        var pages = new Pages();
        for (Map.Entry<String, Page> sample : SamplePages.all().entrySet()) {
            for (var language : Pages.LANGUAGES) {
                Files.writeString(
                        folder.resolve(sample.getKey() + "." + language + ".html"),
                        pages.render(sample.getValue(), language));
            }
        }
    }
}
