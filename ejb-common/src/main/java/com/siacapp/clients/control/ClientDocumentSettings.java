package com.siacapp.clients.control;

import com.siacapp.installation.entity.Setting;
import java.nio.file.Path;

/** What the operator decides about clients whose id is the address of a document. */
public interface ClientDocumentSettings {

    /** Some vendors do not answer data centres. */
    Setting<Path> PINNED_DOCUMENTS = new Setting<>(
            "SIAC_CLIENT_DOCUMENTS",
            "the path of a folder of client metadata documents",
            null,
            "Copies of such documents, one `.json` file each, that are used instead of what their host would answer; unset, every document is fetched.",
            Path::of);
}
