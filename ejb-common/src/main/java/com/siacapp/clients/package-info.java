/** The OAuth clients (ChatGPT, an IDE, …): their registration and their metadata. A client is not bound to a tenant. */
@NullMarked
package com.siacapp.clients;

import org.jspecify.annotations.NullMarked;
