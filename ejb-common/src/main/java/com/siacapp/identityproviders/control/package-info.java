@NullMarked
package com.siacapp.identityproviders.control;

import org.jspecify.annotations.NullMarked;
