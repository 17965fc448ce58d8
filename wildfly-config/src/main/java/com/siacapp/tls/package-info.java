/**
 * The server's own certificate, for installations without a proxy that ends TLS: a module of the server, which reads PEM
 * files as certificate authorities and their tools write them, and reads them again when they change.
 */
@NullMarked
package com.siacapp.tls;

import org.jspecify.annotations.NullMarked;
