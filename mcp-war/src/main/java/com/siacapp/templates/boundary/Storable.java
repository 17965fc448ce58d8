package com.siacapp.templates.boundary;

import com.siacapp.protocol.entity.CallContext;
import com.siacapp.tools.entity.ToolException;

/** PostgreSQL's texts hold every character but U+0000, which JSON allows. */
final class Storable {

    private Storable() {}

    /** Refuses arguments with that character; a record's text shows all that is in it. */
    static void require(Record arguments, CallContext context) {
        if (arguments.toString().indexOf('\0') >= 0) {
            throw new ToolException(context.text(
                    "The arguments have the character U+0000, which no text may have. Remove it.",
                    "Los argumentos tienen el carácter U+0000, que ningún texto puede tener. Quítalo."));
        }
    }
}
