package com.siacapp.clients.control;

import com.siacapp.installation.entity.Setting;
import java.nio.file.Path;

/** What the operator decides about clients whose id is the address of a document. */
public interface ClientDocumentSettings {

    /**
     * A folder of copies of such documents, one {@code .json} file each, which are used instead of what their host would
     * answer: some vendors do not answer data centres. Unset means that every document is fetched.
     */
    Setting<Path> PINNED_DOCUMENTS =
            new Setting<>("SIAC_CLIENT_DOCUMENTS", "the path of a folder of client metadata documents", null, Path::of);
}
