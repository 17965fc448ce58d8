@NullMarked
package com.siacapp.account.boundary;

import org.jspecify.annotations.NullMarked;
