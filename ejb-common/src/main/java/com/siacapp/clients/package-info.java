/**
 * The OAuth clients (ChatGPT, an IDE, …): their registration and their metadata. Most are open to everybody; one that an
 * administrator made is for the people of that company alone.
 */
@NullMarked
package com.siacapp.clients;

import org.jspecify.annotations.NullMarked;
