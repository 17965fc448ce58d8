package com.siacapp.resources.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.siacapp.protocol.entity.Access;
import com.siacapp.protocol.entity.CallContext;
import java.util.Optional;

/** What a URI stands for. */
public interface Found {

    Access access();

    /** How it was declared: its URI, or the template it is of. */
    String declaredUri();

    /** Its contents as {@code resources/read} shows them; empty if there is no such resource after all. */
    Optional<ArrayNode> read(CallContext context);
}
