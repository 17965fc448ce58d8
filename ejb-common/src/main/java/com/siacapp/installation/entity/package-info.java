@NullMarked
package com.siacapp.installation.entity;

import org.jspecify.annotations.NullMarked;
