/** The browser a person uses: its cookies, who is signed in with it, and tokens that make its forms ours. */
@NullMarked
package com.siacapp.browser;

import org.jspecify.annotations.NullMarked;
