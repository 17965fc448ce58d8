/**
 * The OAuth clients (ChatGPT, an IDE, …): their registration and their metadata. Only a service account's belongs to a
 * tenant.
 */
@NullMarked
package com.siacapp.clients;

import org.jspecify.annotations.NullMarked;
