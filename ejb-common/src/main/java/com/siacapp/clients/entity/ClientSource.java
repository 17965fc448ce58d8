package com.siacapp.clients.entity;

/** How a client came to be known here, and so how far it is trusted. */
public enum ClientSource {
    /** An administrator made it. */
    PREREGISTERED,
    /** It registered itself (RFC 7591): nobody vouches for it. */
    DYNAMIC,
    /** Its id is the address of its metadata document: the host of that address vouches for it. */
    METADATA_DOCUMENT
}
